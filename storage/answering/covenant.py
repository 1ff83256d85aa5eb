"""The versions of the covenant, and whom a new one is told."""

import json

from sqlalchemy import bindparam, select

from domain.covenant import BoundSubjects, Covenant, CovenantInForce, Covenants
from storage.reading import Reader
from storage.reading_here import Row
from storage.tables.covenant import covenant
from storage.tables.members import binding

_ALL = (
    select(
        covenant.c.version,
        covenant.c.title,
        covenant.c.articles,
        covenant.c.changes,
        covenant.c.state,
        covenant.c.comment_until,
        covenant.c.meeting,
        covenant.c.adopted_on,
        covenant.c.votes_for,
        covenant.c.votes_against,
    )
    .where(covenant.c.community == bindparam("community"))
    .order_by(covenant.c.version.desc())
)
_IN_FORCE = _ALL.where(covenant.c.state == "adopted").limit(1)
_BOUND = (
    select(binding.c.subject)
    .where(binding.c.community == bindparam("community"))
    .distinct()
    .order_by(binding.c.subject)
)


def _made(row: Row) -> Covenant:
    return Covenant(row[0], row[1], tuple(json.loads(row[2])), tuple(json.loads(row[3])), *row[4:])


async def covenant_in_force(reader: Reader, _query: CovenantInForce) -> Covenant | None:
    """The newest adopted one."""
    row = await reader.first(_IN_FORCE)
    return _made(row) if row else None


async def covenants(reader: Reader, _query: Covenants) -> tuple[Covenant, ...]:
    """All of them."""
    return tuple(_made(row) for row in await reader.all(_ALL))


async def bound_subjects(reader: Reader, _query: BoundSubjects) -> tuple[int, ...]:
    """Everybody with an account."""
    return tuple(row[0] for row in await reader.all(_BOUND))


ANSWERS = {CovenantInForce: covenant_in_force, Covenants: covenants, BoundSubjects: bound_subjects}
