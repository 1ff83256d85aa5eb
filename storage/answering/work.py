"""What was worked on before."""

from sqlalchemy import bindparam, literal, select

from domain.work import RepeatedSince
from storage.reading import Reader
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


async def repeated_since(reader: Reader, query: RepeatedSince) -> bool:
    """True where the same command was posted since."""
    return await reader.first(_REPEATED, fingerprint=query.fingerprint, since=query.since) is not None


ANSWERS = {RepeatedSince: repeated_since}
