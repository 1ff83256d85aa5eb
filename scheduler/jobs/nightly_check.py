"""The nightly proof of the whole book; where it fails, an alarm that tells nothing of its content."""

import logging
from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.proof import BookProof
from domain.query import Book

log = logging.getLogger(__name__)


async def _plan(_due: Due, book: Book) -> Sequence[Post]:
    if (await book.answer(BookProof())).broken:
        log.critical("book_broken")
    return ()


job = Job(
    "nightly_check", Cron(hour=3, minute=0), "day", timedelta(hours=12), _plan, coalesce=True, title="夜间校验账本"
)
