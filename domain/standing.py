"""Where a subject stands: balances, the year's entries, and what the rules make of them."""

from dataclasses import dataclass

from domain.decision import Watch
from domain.ledger import Entry
from domain.query import Query


def subject_key(subject: int) -> str:
    """The key of the book that moves with a subject's entries."""
    return f"subject:{subject}"


@dataclass(frozen=True, slots=True)
class Standing:
    """A subject's two balances (credit without the base of 100) and the version they were read at."""

    subject: int
    credit: int
    spendable: int
    version: int

    @property
    def watch(self) -> Watch:
        """Holds a decision to this standing."""
        return Watch(subject_key(self.subject), self.version)


@dataclass(frozen=True, slots=True)
class StandingOf(Query[Standing]):
    """The balances of a subject; zero where it has no entry yet."""

    subject: int


@dataclass(frozen=True, slots=True)
class EntriesOf(Query[tuple[Entry, ...]]):
    """A subject's entries between two civil dates (ISO, first included, second not), newest first."""

    subject: int
    since: str
    until: str = "9999"
    limit: int = 1000


@dataclass(frozen=True, slots=True)
class PointsOf(Query[tuple[Standing, tuple[Entry, ...]]]):
    """The balances of a subject and its entries since a civil date (ISO), newest first, as of one moment."""

    subject: int
    since: str


@dataclass(frozen=True, slots=True)
class EntriesByCode(Query[tuple[Entry, ...]]):
    """All entries under one L number, oldest first."""

    code: int


@dataclass(frozen=True, slots=True)
class HandTally(Query[tuple[int, int]]):
    """How many entries a person typed by hand on a civil date, and how many points they moved."""

    person: int
    on: str
