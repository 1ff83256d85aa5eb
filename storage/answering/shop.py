"""What the rewards shop holds."""

from typing import Any

from sqlalchemy import bindparam, case, exists, func, literal, null, select, union_all

from domain.ledger import Entry
from domain.shop.fifo import Movement, RunningOut, SpendableOf
from domain.shop.sharing import POOL_KEY, Pool, PoolOf
from domain.shop.stock import Figures, ShopFigures, Stock, StockOf
from domain.shop.voucher import PaymentAt, Voucher, VoucherAt, VouchersOf, VouchersUntil
from storage.days import month_of
from storage.ledger import as_entry
from storage.posting.expiry import RUNNING_OUT
from storage.reading import Reader
from storage.tables.ledger import entry
from storage.tables.shop import stock, voucher
from storage.tables.work import version

_VOUCHER = (
    *(
        voucher.c[name]
        for name in ("code", "subject", "reward", "title", "cost", "state", "source", "month", "issued_at")
    ),
    *(voucher.c[name] for name in ("until_on", "moved_at", "place", "starts", "ends")),
)
_MINE = voucher.c.community == bindparam("community")
_AT = select(*_VOUCHER).where(_MINE, voucher.c.code == bindparam("code"))
_OF = (
    select(*_VOUCHER)
    .where(_MINE, voucher.c.subject == bindparam("subject"), voucher.c.issued_at >= bindparam("since"))
    .order_by(voucher.c.issued_at, voucher.c.code)
)
_UNTIL = (
    select(*_VOUCHER)
    .where(
        _MINE,
        voucher.c.state == "issued",
        voucher.c.until_on >= bindparam("first"),
        voucher.c.until_on <= bindparam("last"),
    )
    .order_by(voucher.c.subject, voucher.c.code)
)
_STOCK = select(stock.c.reward, stock.c.received, stock.c.issued, stock.c.back, stock.c.remaining).where(
    stock.c.community == bindparam("community"), stock.c.month == bindparam("month")
)
_undone = entry.alias("undone")
_SPENDABLE = (
    select(entry.c.seq, entry.c.occurred_on, entry.c.item, entry.c.amount, entry.c.source)
    .where(
        entry.c.community == bindparam("community"),
        entry.c.subject == bindparam("subject"),
        entry.c.account == "spendable",
        entry.c.reverses == null(),
        ~exists().where(_undone.c.community == entry.c.community, _undone.c.reverses == entry.c.seq),
    )
    .order_by(entry.c.seq)
)
_PAYMENT = select(*(entry.c[name] for name in Entry._fields)).where(
    entry.c.community == bindparam("community"),
    entry.c.source == bindparam("source"),
    entry.c.account == "spendable",
    ~exists().where(_undone.c.community == entry.c.community, _undone.c.reverses == entry.c.seq),
)
_POOL = union_all(
    select(literal("points"), -func.coalesce(func.sum(entry.c.amount), 0)).where(
        entry.c.community == bindparam("community"), entry.c.contra == "pool"
    ),
    select(literal("version"), version.c.version).where(
        version.c.community == bindparam("community"), version.c.key == bindparam("watched")
    ),
)
_ISSUED = (voucher.c.issued_at >= bindparam("since")) & (voucher.c.issued_at < bindparam("until"))
_MOVED = (voucher.c.moved_at >= bindparam("since")) & (voucher.c.moved_at < bindparam("until"))


def _count(condition: Any, what: Any = 1) -> Any:  # noqa: ANN401 - parts of a statement
    return func.coalesce(func.sum(case((condition, what), else_=0)), 0)


_FIGURES = (
    select(
        voucher.c.reward,
        _count(_ISSUED),
        *(_count(_MOVED & (voucher.c.state == state)) for state in ("used", "returned", "expired")),
        _count(_ISSUED, voucher.c.cost),
    )
    .where(_MINE, _ISSUED | _MOVED)
    .group_by(voucher.c.reward)
    .order_by(voucher.c.reward)
)


async def voucher_at(reader: Reader, query: VoucherAt) -> Voucher | None:
    """One voucher."""
    row = await reader.first(_AT, code=query.code)
    return Voucher(*row) if row else None


async def vouchers_of(reader: Reader, query: VouchersOf) -> tuple[Voucher, ...]:
    """A subject's vouchers."""
    return tuple(Voucher(*row) for row in await reader.all(_OF, subject=query.subject, since=query.since))


async def vouchers_until(reader: Reader, query: VouchersUntil) -> tuple[Voucher, ...]:
    """Vouchers that end soon."""
    return tuple(Voucher(*row) for row in await reader.all(_UNTIL, first=query.first, last=query.last))


async def stock_of(reader: Reader, query: StockOf) -> dict[str, Stock]:
    """The stock of a month."""
    return {row[0]: Stock(*row[1:]) for row in await reader.all(_STOCK, month=query.month)}


async def spendable_of(reader: Reader, query: SpendableOf) -> tuple[Movement, ...]:
    """Spendable movements that still count."""
    return tuple(Movement(*row) for row in await reader.all(_SPENDABLE, subject=query.subject))


async def payment_at(reader: Reader, query: PaymentAt) -> Entry | None:
    """The entry that paid."""
    row = await reader.first(_PAYMENT, source=query.source)
    return as_entry(row) if row else None


async def pool_of(reader: Reader, _query: PoolOf) -> Pool:
    """What is in the pool, in one statement with its version."""
    found = {row[0]: int(row[1]) for row in await reader.all(_POOL, watched=POOL_KEY)}
    return Pool(found.get("points", 0), found.get("version", 0))


async def running_out(reader: Reader, query: RunningOut) -> tuple[tuple[int, int], ...]:
    """Everybody's points that run out."""
    found: list[tuple[int, int]] = []
    while rows := await reader.all(RUNNING_OUT, before=query.before, after=found[-1][0] if found else 0):
        found += [(int(row[0]), int(row[1])) for row in rows]
    return tuple(found)


async def figures_of(reader: Reader, query: ShopFigures) -> tuple[Figures, ...]:
    """A month by reward."""
    since, until = month_of(query.month)
    rows = await reader.all(_FIGURES, since=since, until=until)
    return tuple(Figures(row[0], *(int(value) for value in row[1:])) for row in rows)


ANSWERS = {
    VoucherAt: voucher_at,
    VouchersOf: vouchers_of,
    VouchersUntil: vouchers_until,
    StockOf: stock_of,
    SpendableOf: spendable_of,
    PaymentAt: payment_at,
    PoolOf: pool_of,
    RunningOut: running_out,
    ShopFigures: figures_of,
}
