"""What subjects agree to now."""

from collections.abc import Mapping

from sqlalchemy import bindparam, select

from domain.consents import ConsentOf, ConsentsTo, Level
from storage.reading import Reader
from storage.tables.consents import consent

_MINE = (consent.c.community == bindparam("community")) & (consent.c.purpose == bindparam("purpose"))
_ONE = (
    select(consent.c.level)
    .where(_MINE, consent.c.subject == bindparam("subject"))
    .order_by(consent.c.change.desc())
    .limit(1)
)
_ALL = select(consent.c.subject, consent.c.level).where(_MINE).order_by(consent.c.change)


async def consent_of(reader: Reader, query: ConsentOf) -> Level:
    """The latest word of a subject on a purpose."""
    row = await reader.first(_ONE, subject=query.subject, purpose=query.purpose)
    return row[0] if row else ""


async def consents_to(reader: Reader, query: ConsentsTo) -> Mapping[int, Level]:
    """Everybody whose latest word is not a no."""
    latest: dict[int, Level] = {row[0]: row[1] for row in await reader.all(_ALL, purpose=query.purpose)}
    return {subject: level for subject, level in latest.items() if level}


ANSWERS = {ConsentOf: consent_of, ConsentsTo: consents_to}
