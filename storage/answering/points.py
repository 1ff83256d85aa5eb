"""Standings and entries, as handlers ask for them."""

from typing import Any

from sqlalchemy import and_, bindparam, func, literal, null, select, union_all

from domain.ledger import Account, Entry
from domain.standing import EntriesByCode, EntriesOf, HandTally, PointsOf, Standing, StandingOf, subject_key
from storage.ledger import ENTRIES_BY_CODE, as_entry
from storage.reading import Reader
from storage.tables.ledger import balance, entry
from storage.tables.work import version

_STANDING = union_all(
    select(balance.c.account, balance.c.points).where(
        balance.c.community == bindparam("community"), balance.c.subject == bindparam("subject")
    ),
    select(literal("version"), version.c.version).where(
        version.c.community == bindparam("community"), version.c.key == bindparam("watched")
    ),
)
_MINE = entry.c.community == bindparam("community")
_ENTRIES = (
    select(*(entry.c[name] for name in Entry._fields))
    .where(
        _MINE,
        entry.c.subject == bindparam("subject"),
        entry.c.occurred_on >= bindparam("since"),
        entry.c.occurred_on < bindparam("until"),
    )
    .order_by(entry.c.seq.desc())
    .limit(bindparam("count"))
)


def _points(account: Account) -> Any:  # noqa: ANN401 - a scalar subquery
    mine = (balance.c.community == bindparam("community")) & (balance.c.subject == bindparam("subject"))
    return select(balance.c.points).where(mine, balance.c.account == account).scalar_subquery()


_ALL_OF_IT = (
    select(
        _points("credit"),
        _points("spendable"),
        select(version.c.version)
        .where(version.c.community == bindparam("community"), version.c.key == bindparam("watched"))
        .scalar_subquery(),
        *(entry.c[name] for name in Entry._fields),
    )
    .select_from(select(literal(1)).subquery())
    .outerjoin(entry, and_(_MINE, entry.c.subject == bindparam("subject"), entry.c.occurred_on >= bindparam("since")))
    .order_by(entry.c.seq.desc())
)
"""The balances stand in every row, and in one without an entry where there is none."""
_TALLY = select(func.count(func.distinct(entry.c.code)), func.coalesce(func.sum(func.abs(entry.c.amount)), 0)).where(
    _MINE,
    entry.c.person == bindparam("person"),
    entry.c.occurred_on == bindparam("day"),
    entry.c.account == "credit",
    entry.c.reverses == null(),
    # Only what was typed by hand; confirmed cards and check-in lists have sources of their own.
    entry.c.source.like("award:%"),
)


async def standing_of(reader: Reader, query: StandingOf) -> Standing:
    """Both balances and their version, in one statement."""
    rows = await reader.all(_STANDING, subject=query.subject, watched=subject_key(query.subject))
    found = {row[0]: row[1] for row in rows}
    return Standing(query.subject, found.get("credit", 0), found.get("spendable", 0), found.get("version", 0))


async def entries_of(reader: Reader, query: EntriesOf) -> tuple[Entry, ...]:
    """Entries of a span of days."""
    rows = await reader.all(_ENTRIES, subject=query.subject, since=query.since, until=query.until, count=query.limit)
    return tuple(as_entry(row) for row in rows)


async def points_of(reader: Reader, query: PointsOf) -> tuple[Standing, tuple[Entry, ...]]:
    """Balances, their version and the entries, in one statement."""
    watched = subject_key(query.subject)
    rows = await reader.all(_ALL_OF_IT, subject=query.subject, watched=watched, since=query.since)
    standing = Standing(query.subject, *(number or 0 for number in rows[0][:3]))
    return standing, tuple(Entry._make(row[3:]) for row in rows if row[3] is not None)


async def entries_by_code(reader: Reader, query: EntriesByCode) -> tuple[Entry, ...]:
    """Entries of one L number."""
    return tuple(as_entry(row) for row in await reader.all(ENTRIES_BY_CODE, code=query.code))


async def hand_tally(reader: Reader, query: HandTally) -> tuple[int, int]:
    """Entries and points of one day by one hand."""
    row = await reader.first(_TALLY, person=query.person, day=query.on)
    return (int(row[0]), int(row[1])) if row else (0, 0)


ANSWERS = {
    StandingOf: standing_of,
    EntriesOf: entries_of,
    PointsOf: points_of,
    EntriesByCode: entries_by_code,
    HandTally: hand_tally,
}
