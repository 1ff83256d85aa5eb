"""Which texts stood in which chats."""

from sqlalchemy import bindparam, literal, select

from domain.pledges import ShownSince
from storage.reading import Reader
from storage.tables.pledges import text_shown

_SHOWN = select(literal(1)).where(
    text_shown.c.community == bindparam("community"),
    text_shown.c.chat == bindparam("chat"),
    text_shown.c.what == bindparam("what"),
    text_shown.c.at >= bindparam("since"),
)


async def shown_since(reader: Reader, query: ShownSince) -> bool:
    """True where the text stood there not too long ago."""
    return await reader.first(_SHOWN, chat=query.chat, what=query.what, since=query.since) is not None


ANSWERS = {ShownSince: shown_since}
