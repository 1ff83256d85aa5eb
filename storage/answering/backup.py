"""Copies of the book, asked for by the calendar."""

from domain.backup import BackUp, Backup
from storage.reading import Reader


async def back_up_now(reader: Reader, query: BackUp) -> Backup | None:
    """A copy in the place that was set."""
    return await reader.back_up(query.stamp)


ANSWERS = {BackUp: back_up_now}
