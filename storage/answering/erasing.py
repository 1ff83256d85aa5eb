"""Who is to be erased."""

from sqlalchemy import bindparam, select

from domain.erasing import ErasuresAsked
from storage.reading import Reader
from storage.tables.erasing import erasure

_ASKED = (
    select(erasure.c.subject)
    .where(erasure.c.community == bindparam("community"), erasure.c.asked_at <= bindparam("until"))
    .distinct()
    .order_by(erasure.c.subject)
)


async def erasures_asked(reader: Reader, query: ErasuresAsked) -> tuple[int, ...]:
    """Subjects whose time to think again is over."""
    return tuple(row[0] for row in await reader.all(_ASKED, until=query.until))


ANSWERS = {ErasuresAsked: erasures_asked}
