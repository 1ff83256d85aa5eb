"""The book: reachable, of today's shape, whole, and owing nothing for long."""

from collections.abc import AsyncIterator, Iterator, Mapping

from bot.config import Config
from bot.database import database_of, is_there
from bot.doctor import wording
from bot.doctor.finding import Finding, good, hint, problem
from storage.database import Database
from storage.surveying import Survey, survey


async def look(config: Config, note_key: bytes) -> AsyncIterator[Finding]:
    """What the book itself says."""
    if not is_there(config):
        yield hint(wording.BOOK_NONE)
        return
    database = database_of(config)
    try:
        found = await _survey(database, config.community.id, note_key)
    finally:
        await database.close()
    if isinstance(found, Finding):
        yield found
        return
    for finding in (*_shape(found), *_owed(found.owed)):
        yield finding


async def _survey(database: Database, community: str, note_key: bytes) -> Survey | Finding:
    try:
        return await survey(database, community, note_key)
    except Exception as away:  # noqa: BLE001 - whatever a driver says, its text may hold the password
        return problem(wording.BOOK_AWAY.format(kind=type(away).__name__))


def _shape(found: Survey) -> Iterator[Finding]:
    if not found.is_newest:
        yield hint(wording.BOOK_OLD)
    elif found.proof.broken:
        yield problem(wording.BOOK_BROKEN.format(first=found.proof.broken[0]))
    else:
        yield good(wording.BOOK_WHOLE.format(entries=found.proof.entries))


def _owed(owed: Mapping[str, int]) -> Iterator[Finding]:
    if waiting := owed.get("pending", 0) + owed.get("sending", 0):
        yield hint(wording.OUTBOX_WAITING.format(count=waiting))
    if doubtful := owed.get("in_doubt", 0):
        yield problem(wording.OUTBOX_DOUBT.format(count=doubtful))
    if dead := owed.get("dead", 0):
        yield problem(wording.OUTBOX_DEAD.format(count=dead))
    if not (waiting or doubtful or dead):
        yield good(wording.OUTBOX)
