"""What was worked on before."""

from sqlalchemy import bindparam, literal, select

from domain.work import DoneBy, RepeatedSince
from storage.reading import Reader
from storage.tables.ledger import entry
from storage.tables.work import inbox

_REPEATED = (
    select(literal(1))
    .where(
        inbox.c.community == bindparam("community"),
        inbox.c.fingerprint == bindparam("fingerprint"),
        inbox.c.at >= bindparam("since"),
    )
    .limit(1)
)

_ACTED = select(literal(1)).where(inbox.c.community == bindparam("community"), inbox.c.key == bindparam("key"))
_CODES = (
    select(entry.c.code)
    .where(entry.c.community == bindparam("community"), entry.c.source == bindparam("source"))
    .distinct()
    .order_by(entry.c.code)
)


async def repeated_since(reader: Reader, query: RepeatedSince) -> bool:
    """True where the same command was posted since."""
    return await reader.first(_REPEATED, fingerprint=query.fingerprint, since=query.since) is not None


async def done_by(reader: Reader, query: DoneBy) -> tuple[int, ...] | None:
    """What a message did."""
    if await reader.first(_ACTED, key=query.key) is None:
        return None
    return tuple(row[0] for row in await reader.all(_CODES, source=query.source))


ANSWERS = {RepeatedSince: repeated_since, DoneBy: done_by}
