"""The ledger's rows as staff may take them home."""

from dataclasses import dataclass

from domain.members import Subject
from domain.query import Query

MOST = 5000
"""Rows of one export; a longer period is exported by the administrator."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One entry with whom it is about and who entered it; ``by`` is empty for the system."""

    code: int
    occurred_on: str
    account: str
    contra: str
    item: str
    amount: int
    reverses: int | None
    by: str
    subject: Subject


@dataclass(frozen=True, slots=True)
class LedgerRows(Query[tuple[LedgerRow, ...]]):
    """Entries between two civil days (ISO, the second not included), oldest first, at most one more than ``MOST``.

    An empty grid is the whole community.
    """

    since: str
    until: str
    grid: str = ""
