"""How many an award is open to."""

from sqlalchemy import bindparam, func, literal, select

from domain.awards.quota import OpenTo
from storage.reading import Reader
from storage.tables.members import subject
from storage.tables.teams import volunteer

_VOLUNTEERS = select(func.count()).select_from(volunteer).where(volunteer.c.community == bindparam("community"))
_OF_KIND = select(func.count()).where(
    subject.c.community == bindparam("community"),
    subject.c.kind == bindparam("kind"),
    subject.c.state == literal(""),
)


async def open_to(reader: Reader, query: OpenTo) -> int:
    """Registered volunteers where residents are meant, else what the register holds of the kind."""
    if query.kind == "resident":
        row = await reader.first(_VOLUNTEERS)
    else:
        row = await reader.first(_OF_KIND, kind=query.kind)
    return int(row[0]) if row else 0


ANSWERS = {OpenTo: open_to}
