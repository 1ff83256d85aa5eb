"""Vouchers and stock: taken, given back and booked by guarded statements, so that nothing is sold twice."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Executable, bindparam, delete, insert, select, update

from domain.refusal import Moved
from domain.shop.stock import AddStock
from domain.shop.voucher import BookVoucher, IssueVoucher, MoveVoucher
from storage.posting.scope import Batch, Poster
from storage.tables.bookings import booked
from storage.tables.ledger import balance
from storage.tables.shop import stock, voucher
from storage.upserting import upsert

_HERE = (stock.c.community == bindparam("its_community"), stock.c.month == bindparam("its_month"))
_ROW = (*_HERE, stock.c.reward == bindparam("its_reward"))
_TAKE = (
    update(stock)
    .where(*_ROW, stock.c.remaining >= bindparam("count"))
    .values(issued=stock.c.issued + bindparam("count"), remaining=stock.c.remaining - bindparam("count"))
)
_ADD = (
    update(stock)
    .where(*_ROW, stock.c.remaining + bindparam("count") >= 0)
    .values(received=stock.c.received + bindparam("count"), remaining=stock.c.remaining + bindparam("count"))
)
_GIVE_BACK = (
    update(stock)
    .where(*_ROW)
    .values(back=stock.c.back + bindparam("count"), remaining=stock.c.remaining + bindparam("count"))
)
_OVERDRAWN = select(balance.c.subject).where(
    balance.c.community == bindparam("community"),
    balance.c.account == "spendable",
    balance.c.points < 0,
    balance.c.subject.in_(bindparam("subjects", expanding=True)),
)
_ISSUE = insert(voucher)
_STILL = (
    voucher.c.community == bindparam("its_community"),
    voucher.c.code == bindparam("its_code"),
    voucher.c.state == "issued",
)
_MOVE = (
    update(voucher)
    .where(*_STILL)
    .values(state=bindparam("to"), moved_at=bindparam("at"), person=bindparam("new_person"), back=bindparam("new_back"))
)
_SET_TIME = (
    update(voucher)
    .where(*_STILL, voucher.c.starts == "")
    .values(place=bindparam("new_place"), starts=bindparam("new_start"), ends=bindparam("new_end"))
)
_CELL = insert(booked)
_FREE = delete(booked).where(booked.c.community == bindparam("its_community"), booked.c.code == bindparam("its_code"))


def _guarded(batch: Batch, statement: Executable, **values: object) -> None:
    """Run a statement that must find exactly the one row it was decided on."""
    if batch.connection.execute(statement, {"its_community": batch.community, **values}).rowcount != 1:
        raise Moved


def _begin(batch: Batch, rows: Sequence[tuple[str, str, int]]) -> None:
    """Months and rewards that nobody touched yet begin with what the rules say."""
    statement = upsert(batch.dialect, stock, ("community", "month", "reward"), {})
    fresh = [
        {"month": month, "reward": reward, "received": count, "issued": 0, "back": 0, "remaining": count}
        for month, reward, count in sorted(set(rows))
    ]
    batch.write(statement, fresh)


def issue_vouchers(batch: Batch, effects: Sequence[tuple[int, IssueVoucher]]) -> None:
    """Take the pieces from the stock, make sure that the points sufficed, and write the codes."""
    limited = [one for _, one in effects if one.stock]
    _begin(batch, [(one.month, one.reward, one.stock) for one in limited])
    for (month, reward), count in sorted(Counter((one.month, one.reward) for one in limited).items()):
        _guarded(batch, _TAKE, its_month=month, its_reward=reward, count=count)
    if batch.read(_OVERDRAWN, subjects=sorted({one.subject for _, one in effects})).first():
        raise Moved
    rows = [
        {
            "code": one.code,
            "subject": one.subject,
            "reward": one.reward,
            "title": one.title,
            "cost": one.cost,
            "state": "issued",
            "source": one.source,
            "month": one.month if one.stock else "",
            "issued_at": batch.units[unit].at,
            "until_on": one.until_on,
        }
        for unit, one in effects
    ]
    batch.write(_ISSUE, rows)


def move_vouchers(batch: Batch, effects: Sequence[tuple[int, MoveVoucher]]) -> None:
    """Each voucher once; what is not used any more gives its piece and its time back."""
    returning = [one for _, one in effects if one.back]
    _begin(batch, [(one.back, one.voucher.reward, one.stock) for one in returning])
    for (month, reward), count in sorted(Counter((one.back, one.voucher.reward) for one in returning).items()):
        _guarded(batch, _GIVE_BACK, its_month=month, its_reward=reward, count=count)
    for unit, one in effects:
        _guarded(
            batch,
            _MOVE,
            its_code=one.voucher.code,
            to=one.to,
            at=batch.units[unit].at,
            new_person=one.person,
            new_back=one.back,
        )
        if one.to != "used" and one.voucher.start:
            batch.connection.execute(_FREE, {"its_community": batch.community, "its_code": one.voucher.code})


def book_vouchers(batch: Batch, effects: Sequence[tuple[int, BookVoucher]]) -> None:
    """Each voucher gets its time once; the key of the quarters of an hour forbids two bookings of one place."""
    for _, one in effects:
        _guarded(batch, _SET_TIME, its_code=one.code, new_place=one.place, new_start=one.start, new_end=one.end)
    batch.write(
        _CELL,
        [{"resource": one.place, "cell": cell, "code": one.code} for _, one in effects for cell in one.cells],
    )


def add_stock(batch: Batch, effects: Sequence[tuple[int, AddStock]]) -> None:
    """Pieces come in or are taken out, never below nothing."""
    _begin(batch, [(one.month, one.reward, one.stock) for _, one in effects])
    for _, one in effects:
        _guarded(batch, _ADD, its_month=one.month, its_reward=one.reward, count=one.count)


POSTERS: dict[type, Poster] = {
    IssueVoucher: issue_vouchers,
    MoveVoucher: move_vouchers,
    BookVoucher: book_vouchers,
    AddStock: add_stock,
}
