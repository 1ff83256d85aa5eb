"""The ledger's rows with names, for an export."""

from sqlalchemy import String, and_, bindparam, func, select

from domain.figures.ledger_rows import MOST, LedgerRow, LedgerRows
from domain.members import Subject
from storage.reading import Reader
from storage.tables.ledger import entry
from storage.tables.members import staff, subject

_ROWS = (
    select(
        *(entry.c[name] for name in ("code", "occurred_on", "account", "contra", "item", "amount", "reverses")),
        func.coalesce(staff.c.name, ""),
        entry.c.subject,
        *(func.coalesce(subject.c[name], "") for name in ("kind", "name", "grid", "address")),
    )
    .outerjoin(subject, and_(subject.c.community == entry.c.community, subject.c.id == entry.c.subject))
    .outerjoin(staff, and_(staff.c.community == entry.c.community, staff.c.id == entry.c.person))
    .where(
        entry.c.community == bindparam("community"),
        entry.c.occurred_on >= bindparam("since"),
        entry.c.occurred_on < bindparam("until"),
        (bindparam("grid", type_=String) == "") | (subject.c.grid == bindparam("grid")),
    )
    .order_by(entry.c.seq)
    .limit(MOST + 1)
)


async def ledger_rows(reader: Reader, query: LedgerRows) -> tuple[LedgerRow, ...]:
    """Entries of a period."""
    rows = await reader.all(_ROWS, since=query.since, until=query.until, grid=query.grid)
    return tuple(LedgerRow(*(*row[:8], Subject(*row[8:]))) for row in rows)


ANSWERS = {LedgerRows: ledger_rows}
