"""What the register holds beside members."""

from sqlalchemy import bindparam, select

from domain.enrolment import AccountsOf, EnrolGrid, GridsOf, PersonNamed
from domain.members import AccountRef
from storage.reading import Reader
from storage.tables.members import binding, grid, staff

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


ANSWERS = {PersonNamed: person_named, GridsOf: grids_of, AccountsOf: accounts_of}
