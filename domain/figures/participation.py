"""Who takes part: one row for each grid and month, kept for ever, never anybody."""

from dataclasses import dataclass

from domain.query import Query


@dataclass(frozen=True, slots=True)
class Participation:
    """A grid in a month: subjects of the register, those bound to an account, those with an item, and items by way."""

    grid: str
    subjects: int
    active: int
    earning: int
    declared: int
    """Items that people declared themselves."""
    assigned: int
    """Items that somebody else entered or checked in."""

    @property
    def share(self) -> int:
        """Active subjects with an item, in percent of the active ones; 0 where nobody is active."""
        return round(100 * self.earning / self.active) if self.active else 0


@dataclass(frozen=True, slots=True)
class ParticipationIn(Query[tuple[Participation, ...]]):
    """What a month (``2026-11``) holds now, by grid."""

    month: str


@dataclass(frozen=True, slots=True)
class KeptParticipation(Query[tuple[tuple[str, Participation], ...]]):
    """Every month that was kept, the newest first, by grid."""


@dataclass(frozen=True, slots=True)
class KeepParticipation:
    """A month's rows as they were on the day of the report; a second keeping changes nothing."""

    month: str
    rows: tuple[Participation, ...]
