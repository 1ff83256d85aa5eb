"""What a register import or the administrator adds to the register; phones arrive only as keyed hashes."""

from dataclasses import dataclass
from typing import Literal

from domain.members import AccountRef, Kind
from domain.query import Query
from domain.register.values import Register


@dataclass(frozen=True, slots=True)
class EnrolGrid:
    """A grid; ``facts`` is JSON text of its groups, hotline and report address."""

    code: str
    name: str
    facts: str = "{}"


@dataclass(frozen=True, slots=True)
class EnrolSubject:
    """A resident, shop or unit; the same kind, name, grid and address is the same subject."""

    kind: Kind
    name: str
    grid: str
    address: str
    household: str = ""
    contact: str = ""
    guardian: str = ""
    station: str = ""
    minor: bool = False
    phone_mark: str = ""
    tail_mark: str = ""


@dataclass(frozen=True, slots=True)
class EnrolStaff:
    """Somebody with a duty; the same name, role, grid and unit is the same person. ``recusals`` is a JSON list."""

    name: str
    role: str
    grid: str = ""
    unit: str = ""
    seat: str = ""
    recusals: str = "[]"
    phone_mark: str = ""
    tail_mark: str = ""


@dataclass(frozen=True, slots=True)
class EnrolListing:
    """A team, partner or resource with its facts as JSON text."""

    kind: Literal["team", "partner", "resource"]
    name: str
    facts: str


@dataclass(frozen=True, slots=True)
class BindRoom:
    """The administrator says which group a platform's room is; the staff group belongs to no grid."""

    channel: str
    room: str
    kind: Literal["grid", "staff"]
    grid: str = ""


@dataclass(frozen=True, slots=True)
class PersonNamed(Query["int | None"]):
    """The number of a staff member by what makes them one, or None."""

    name: str
    role: str
    grid: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class GridsOf(Query[tuple[EnrolGrid, ...]]):
    """All grids, by code."""


@dataclass(frozen=True, slots=True)
class AccountsOf(Query[tuple[AccountRef, ...]]):
    """The accounts bound to a subject."""

    subject: int


@dataclass(frozen=True, slots=True)
class RegisterInForce(Query[Register]):
    """What the register holds already, as far as an import has to look at it; no phones, which are not kept."""
