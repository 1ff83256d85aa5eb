"""The daily sign of life: it says nothing in chats, its settled period is the desk's line."""

import logging
from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.query import Book

log = logging.getLogger(__name__)


async def _plan(_due: Due, _book: Book) -> Sequence[Post]:
    log.info("healthy")
    return ()


job = Job("health", Cron(hour=8, minute=20), "day", timedelta(hours=12), _plan, coalesce=True, title="每日自检")
