"""What closed months hold."""

from sqlalchemy import bindparam, exists, func, null, select

from domain.findings.settling import MonthClosed, MonthCounts, days_of
from storage.reading import Reader
from storage.tables.closing import closing
from storage.tables.ledger import entry

_undone = entry.alias("undone")
_CLOSED = select(func.max(closing.c.at)).where(
    closing.c.community == bindparam("community"), closing.c.month == bindparam("month")
)
_COUNTS = (
    select(entry.c.grid, entry.c.item, func.count())
    .where(
        entry.c.community == bindparam("community"),
        entry.c.contra == "deduct",
        entry.c.amount < 0,
        entry.c.reverses == null(),
        entry.c.occurred_on >= bindparam("since"),
        entry.c.occurred_on < bindparam("until"),
        ~exists().where(_undone.c.community == entry.c.community, _undone.c.reverses == entry.c.seq),
    )
    .group_by(entry.c.grid, entry.c.item)
    .order_by(entry.c.grid, entry.c.item)
)


async def month_closed(reader: Reader, query: MonthClosed) -> int | None:
    """When a month was closed."""
    row = await reader.first(_CLOSED, month=query.month)
    return None if row is None or row[0] is None else int(row[0])


async def month_counts(reader: Reader, query: MonthCounts) -> tuple[tuple[str, str, int], ...]:
    """Counts by grid and item."""
    days = days_of(query.month)
    rows = await reader.all(_COUNTS, since=days.since.isoformat(), until=days.until.isoformat())
    return tuple((row[0], row[1], row[2]) for row in rows)


ANSWERS = {MonthClosed: month_closed, MonthCounts: month_counts}
