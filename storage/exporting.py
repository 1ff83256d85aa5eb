"""The ledger with the names of those it is about, for the operator's own sheets."""

from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, select

from domain.ledger import Entry
from storage.ledger import as_entry
from storage.tables.ledger import entry, entry_note
from storage.tables.members import subject

_COLUMNS = tuple(entry.c[name] for name in Entry._fields)
_LEDGER = (
    select(*_COLUMNS, subject.c.name, subject.c.kind, entry_note.c.note)
    .outerjoin(subject, (subject.c.community == entry.c.community) & (subject.c.id == entry.c.subject))
    .outerjoin(entry_note, (entry_note.c.community == entry.c.community) & (entry_note.c.seq == entry.c.seq))
    .where(entry.c.community == bindparam("community"), entry.c.occurred_on.like(bindparam("period")))
    .order_by(entry.c.seq)
)


def ledger_rows(connection: Connection, community: str, period: str) -> Iterator[tuple[Entry, str, str, str]]:
    """Entries with name, kind and note, in order; ``period`` is how their day begins, empty for all."""
    for row in connection.execute(_LEDGER, {"community": community, "period": f"{period}%"}):
        name, kind, note = row[-3:]
        yield as_entry(row), name or "", kind or "", note or ""
