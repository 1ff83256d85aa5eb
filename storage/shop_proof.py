"""The proof that vouchers and stock agree with the ledger (L7 to L9)."""

from sqlalchemy import ColumnElement, Connection, and_, func, select

from storage.tables.ledger import entry
from storage.tables.shop import stock, voucher

_PAID_BY = "redeem:%"
_undone = entry.alias("undone")
_UNDONE_BY = and_(_undone.c.community == entry.c.community, _undone.c.reverses == entry.c.seq)
_PAYMENT = and_(
    entry.c.community == voucher.c.community,
    entry.c.source == voucher.c.source,
    entry.c.account == "spendable",
    entry.c.contra == "redeem",
)


def prove_shop(connection: Connection, community: str) -> list[str]:
    """Every place where the shop and the ledger say different things."""
    proofs = (_vouchers, _payments, _stock, _sharing)
    return [line for proof in proofs for line in proof(connection, community)]


def _vouchers(connection: Connection, community: str) -> list[str]:
    """Each voucher was paid for in full by its subject, and paid back where it was returned, and only there."""
    rows = connection.execute(
        select(voucher.c.code, voucher.c.state, voucher.c.subject, voucher.c.cost, entry.c.subject, entry.c.amount)
        .add_columns(_undone.c.seq)
        .outerjoin(entry, _PAYMENT)
        .outerjoin(_undone, _UNDONE_BY)
        .where(voucher.c.community == community)
        .order_by(voucher.c.code)
    )
    return [
        f"voucher {code[:3]}…: the ledger does not pay for it as it stands"
        for code, state, subject, cost, payer, amount, undone in rows
        if (payer, amount, undone is not None) != (subject, -cost, state == "returned")
    ]


def _payments(connection: Connection, community: str) -> list[str]:
    """No payment without a voucher."""
    rows = connection.execute(
        select(entry.c.seq)
        .outerjoin(voucher, and_(voucher.c.community == entry.c.community, voucher.c.source == entry.c.source))
        .where(
            entry.c.community == community,
            entry.c.contra == "redeem",
            entry.c.source.like(_PAID_BY),
            voucher.c.code.is_(None),
        )
        .order_by(entry.c.seq)
    )
    return [f"entry {seq}: paid for no voucher" for (seq,) in rows]


def _stock(connection: Connection, community: str) -> list[str]:
    """What the stock says was issued and came back is what the vouchers say."""
    issued = _counted(connection, community, voucher.c.month)
    back = _counted(connection, community, voucher.c.back)
    rows = connection.execute(
        select(stock.c.month, stock.c.reward, stock.c.received, stock.c.issued, stock.c.back, stock.c.remaining)
        .where(stock.c.community == community)
        .order_by(stock.c.month, stock.c.reward)
    ).all()
    known = {(row.month, row.reward) for row in rows}
    wrong = {(month, reward) for month, reward in issued.keys() | back.keys()} - known
    for row in rows:
        counted = (issued.get((row.month, row.reward), 0), back.get((row.month, row.reward), 0))
        adds_up = row.issued + row.remaining == row.received + row.back and row.remaining >= 0
        if counted != (row.issued, row.back) or not adds_up:
            wrong.add((row.month, row.reward))
    return [f"stock of {reward} in {month}: not what the vouchers say" for month, reward in sorted(wrong)]


def _counted(connection: Connection, community: str, month: ColumnElement[str]) -> dict[tuple[str, str], int]:
    rows = connection.execute(
        select(month, voucher.c.reward, func.count())
        .where(voucher.c.community == community, month != "")
        .group_by(month, voucher.c.reward)
    )
    return {(row[0], row[1]): row[2] for row in rows}


def _sharing(connection: Connection, community: str) -> list[str]:
    """What a household's members leave to each other sums to nothing, and the pool never gives what it has not."""
    rows = connection.execute(
        select(entry.c.contra, func.sum(entry.c.amount))
        .where(entry.c.community == community, entry.c.contra.in_(("household", "pool")))
        .group_by(entry.c.contra)
    )
    sums = {contra: int(points) for contra, points in rows}
    wrong = ["households: what was left is not what came in"] if sums.get("household", 0) else []
    return [*wrong, *(["pool: more was given than was donated"] if sums.get("pool", 0) > 0 else [])]
