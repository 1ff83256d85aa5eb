"""Partners of the community and the rooms they lend, as the register has them; never a phone."""

from dataclasses import dataclass
from datetime import date

from domain.query import Query

KINDS = ("public_unit", "property", "firm", "self_governing", "talent")
"""The kinds of partners, in the order in which they are shown."""


USUAL_MINUTES = 120
"""How long a room is lent where the register does not say."""


@dataclass(frozen=True, slots=True)
class Partner:
    """One partner; without dates the agreement has no end."""

    name: str
    kind: str
    contact: str = ""
    offers: str = ""
    skills: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """True where the agreement is in force on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Resource:
    """Something that a partner lends for a time."""

    name: str
    provider: str
    place: str
    open_times: str = ""
    slot_minutes: int = 0
    seats: int = 0
    lead_hours: int = 0


@dataclass(frozen=True, slots=True)
class Captain:
    """A volunteer team's theme and who leads it."""

    team: str
    theme: str
    name: str


@dataclass(frozen=True, slots=True)
class PartnersOf(Query[tuple[Partner, ...]]):
    """All partners by name, those whose agreement is over too."""


@dataclass(frozen=True, slots=True)
class ResourcesOf(Query[tuple[Resource, ...]]):
    """All resources, by name."""


@dataclass(frozen=True, slots=True)
class CaptainsOf(Query[tuple[Captain, ...]]):
    """The captains of all teams, by team."""
