"""What the book knows of somebody's year, as far as awards look at it."""

from dataclasses import dataclass

from domain.ledger import Entry
from domain.members import Subject
from domain.query import Query


@dataclass(frozen=True, slots=True)
class Year:
    """One person, shop or unit; moments in epoch ms, 0 for never."""

    subject: Subject
    entries: tuple[Entry, ...] = ()
    """Those of two years, in any order."""
    served: tuple[tuple[str, int], ...] = ()
    """Day and minutes of every credited attendance."""
    pledged_at: tuple[int, ...] = ()
    """When each pledge in force was signed."""
    volunteer_at: int = 0
    thanked_by: int = 0
    """By how many different people."""
    projects_done: int = 0


@dataclass(frozen=True, slots=True)
class RecordOf(Query[tuple[Year, ...]]):
    """The year of a subject, or of every adult of its household; times in epoch ms."""

    subject: int
    household: bool
    year: int


@dataclass(frozen=True, slots=True)
class FamiliesAt(Query[tuple[Subject, ...]]):
    """Grown-up residents of one building of a grid with one surname, by number."""

    building: str
    surname: str
    grid: str = ""
