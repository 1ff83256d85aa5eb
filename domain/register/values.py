"""What a register holds, as frozen values: people, places and who does what."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from domain.facts import Fact
from domain.register.address import Address

Kind = Literal["resident", "merchant", "public_unit"]
StaffRole = Literal["grid_worker", "property", "supervisor", "secretary", "partner"]
GroupSeat = Literal["", "head", "grid_worker", "resident_deputy", "unit_deputy"]
TeamKind = Literal["volunteer", "self_governing", "party"]
PartnerKind = Literal["public_unit", "property", "firm", "self_governing", "talent"]


@dataclass(frozen=True, slots=True)
class Grid:
    """One grid of the community, with its groups and the ways to report."""

    code: str
    name: str
    community: str = ""
    group: str = ""
    staff_group: str = ""
    buildings: tuple[str, ...] = ()
    property_firm: str = ""
    hotline: str = ""
    report_address: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """A resident, a shop or a public unit that keeps points."""

    kind: Kind
    name: str
    grid: str
    """The grid's code."""
    address: Address
    household: str = ""
    phone: str = ""
    contact: str = ""
    """Who speaks for a shop or unit."""
    minor: bool = False
    guardian: str = ""
    station: str = ""


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody with a role; an empty grid means the whole community."""

    name: str
    role: StaffRole
    grid: str = ""
    phone: str = ""
    unit: str = ""
    mg: GroupSeat = ""
    """The seat in the points management group (信用积分管理小组)."""
    recusals: tuple[str, ...] = ()
    """Households and units that this person does not decide about."""


@dataclass(frozen=True, slots=True)
class Team:
    """A volunteer team with its station, theme, captain and members."""

    name: str
    station: str
    theme: str = ""
    captain: str = ""
    captain_phone: str = ""
    items: tuple[str, ...] = ()
    kind: TeamKind = "volunteer"
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner of the community and what it offers."""

    name: str
    kind: PartnerKind
    contact: str = ""
    phone: str = ""
    offers: str = ""
    skills: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Resource:
    """A room or thing that a provider lends."""

    name: str
    provider: str
    place: str
    open_times: str = ""
    slot_minutes: int | None = None
    seats: int | None = None
    lead_hours: int | None = None


@dataclass(frozen=True, slots=True)
class KnownFact:
    """What a list or a paper tells of a subject."""

    about: Subject
    fact: Fact


@dataclass(frozen=True, slots=True)
class Register:
    """A whole register as one value."""

    grids: tuple[Grid, ...] = ()
    subjects: tuple[Subject, ...] = ()
    staff: tuple[StaffMember, ...] = ()
    teams: tuple[Team, ...] = ()
    partners: tuple[Partner, ...] = ()
    resources: tuple[Resource, ...] = ()
    facts: tuple[KnownFact, ...] = ()
