"""Points in and out, and who entered them: counts alone."""

from dataclasses import dataclass

from domain.query import Query


@dataclass(frozen=True, slots=True)
class Flow:
    """What came in and went out on one account against one end of the community's."""

    account: str
    contra: str
    entries: int
    gained: int
    lost: int


@dataclass(frozen=True, slots=True)
class FlowsIn(Query[tuple[Flow, ...]]):
    """A month's movements."""

    month: str


@dataclass(frozen=True, slots=True)
class Work:
    """What one member of staff entered in a month: numbers of entries, never their points' owners."""

    person: int
    name: str
    awards: int
    deductions: int
    undone: int
    """Entries of theirs that were reversed, whenever that was."""


@dataclass(frozen=True, slots=True)
class WorkIn(Query[tuple[Work, ...]]):
    """Every grid worker's month, by number; who entered nothing stands there with zeros."""

    month: str


@dataclass(frozen=True, slots=True)
class Near:
    """Awards of one worker to the own building, and to the rest of the community."""

    own_entries: int
    own_points: int
    other_entries: int
    other_points: int

    @property
    def share(self) -> int:
        """The own building's part of all entries, in percent."""
        total = self.own_entries + self.other_entries
        return round(100 * self.own_entries / total) if total else 0


@dataclass(frozen=True, slots=True)
class NearIn(Query[Near]):
    """A worker's awards between two civil days (ISO, the second not included) by the building of the receivers."""

    person: int
    building: str
    since: str
    until: str
