"""The nightly copy of the book; where it does not hold, an alarm that tells nothing of its content."""

import logging
from collections.abc import Sequence
from datetime import timedelta

from domain.backup import BackUp
from domain.calendar import Cron, Due, Job, Post
from domain.query import Book

log = logging.getLogger(__name__)


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    made = await book.answer(BackUp(f"{due.at:%Y-%m-%d-%H%M}"))
    if made is not None and made.broken:
        log.critical("backup_broken")
    return ()


job = Job("nightly_backup", Cron(hour=3, minute=40), "day", timedelta(hours=12), _plan, coalesce=True, title="夜间备份")
