"""Standings and entries, as handlers ask for them."""

from sqlalchemy import bindparam, func, literal, null, select, union_all

from domain.ledger import Entry
from domain.standing import EntriesByCode, EntriesOf, HandTally, Standing, StandingOf, subject_key
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
    select(*(entry.c[name] for name in Entry.__slots__))
    .where(
        _MINE,
        entry.c.subject == bindparam("subject"),
        entry.c.occurred_on >= bindparam("since"),
        entry.c.occurred_on < bindparam("until"),
    )
    .order_by(entry.c.seq.desc())
    .limit(bindparam("count"))
)
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


async def entries_by_code(reader: Reader, query: EntriesByCode) -> tuple[Entry, ...]:
    """Entries of one L number."""
    return tuple(as_entry(row) for row in await reader.all(ENTRIES_BY_CODE, code=query.code))


async def hand_tally(reader: Reader, query: HandTally) -> tuple[int, int]:
    """Entries and points of one day by one hand."""
    row = await reader.first(_TALLY, person=query.person, day=query.on)
    return (int(row[0]), int(row[1])) if row else (0, 0)


ANSWERS = {StandingOf: standing_of, EntriesOf: entries_of, EntriesByCode: entries_by_code, HandTally: hand_tally}
