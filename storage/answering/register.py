"""What the register holds beside members."""

import json

from sqlalchemy import bindparam, select

from domain.enrolment import AccountsOf, EnrolGrid, GridsOf, PersonNamed, RegisterInForce
from domain.members import AccountRef
from domain.register.address import read_address
from domain.register.values import Grid, Partner, Register, StaffMember, Subject, Team
from storage.reading import Reader
from storage.tables.members import binding, grid, listing, staff, subject

_PERSON = select(staff.c.id).where(
    staff.c.community == bindparam("community"),
    staff.c.name == bindparam("name"),
    staff.c.role == bindparam("role"),
    staff.c.grid == bindparam("grid"),
    staff.c.unit == bindparam("unit"),
)
_GRIDS = (
    select(grid.c.code, grid.c.name, grid.c.facts)
    .where(grid.c.community == bindparam("community"))
    .order_by(grid.c.code)
)
_ACCOUNTS = select(binding.c.channel, binding.c.account).where(
    binding.c.community == bindparam("community"), binding.c.subject == bindparam("subject")
)
_SUBJECTS = (
    select(subject.c.kind, subject.c.name, subject.c.grid, subject.c.address, subject.c.minor)
    .where(subject.c.community == bindparam("community"), subject.c.state == "")
    .order_by(subject.c.id)
)
_STAFF = (
    select(staff.c.name, staff.c.role, staff.c.grid, staff.c.unit, staff.c.seat)
    .where(staff.c.community == bindparam("community"), staff.c.state == "")
    .order_by(staff.c.id)
)
_LISTED = select(listing.c.kind, listing.c.name).where(listing.c.community == bindparam("community"))


async def person_named(reader: Reader, query: PersonNamed) -> int | None:
    """A staff member's number."""
    row = await reader.first(_PERSON, name=query.name, role=query.role, grid=query.grid, unit=query.unit)
    return row[0] if row else None


async def grids_of(reader: Reader, _query: GridsOf) -> tuple[EnrolGrid, ...]:
    """All grids."""
    return tuple(EnrolGrid(*row) for row in await reader.all(_GRIDS))


async def accounts_of(reader: Reader, query: AccountsOf) -> tuple[AccountRef, ...]:
    """Accounts that speak for a subject."""
    return tuple(AccountRef(row[0], row[1]) for row in await reader.all(_ACCOUNTS, subject=query.subject))


async def register_in_force(reader: Reader, _query: RegisterInForce) -> Register:
    """What an import has to look at."""
    listed = await reader.all(_LISTED)
    return Register(
        grids=tuple(Grid(row[0], row[1], json.loads(row[2]).get("community", "")) for row in await reader.all(_GRIDS)),
        subjects=tuple(
            Subject(kind, name, code, read_address(address), minor=bool(minor))
            for kind, name, code, address, minor in await reader.all(_SUBJECTS)
        ),
        staff=tuple(
            StaffMember(name, role, code, unit=unit, mg=seat)
            for name, role, code, unit, seat in await reader.all(_STAFF)
        ),
        teams=tuple(Team(name, "") for kind, name in listed if kind == "team"),
        partners=tuple(Partner(name, "firm") for kind, name in listed if kind == "partner"),
    )


ANSWERS = {
    RegisterInForce: register_in_force,
    PersonNamed: person_named,
    GridsOf: grids_of,
    AccountsOf: accounts_of,
}
