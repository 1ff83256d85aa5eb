"""Every night the files whose time is over are erased: exports after a week, one's own data after a day."""

from collections.abc import Sequence
from datetime import timedelta

from domain.attachments import EraseAttachments
from domain.calendar import Cron, Due, Job, Post
from domain.findings.timing import milliseconds
from domain.query import Book


async def _plan(due: Due, _book: Book) -> Sequence[Post]:
    return (Post("attachments", (EraseAttachments(milliseconds(due.at)),)),)


job = Job(
    "attachment_erasure",
    Cron(hour=4, minute=15),
    "day",
    timedelta(hours=12),
    _plan,
    coalesce=True,
    title="到期清除文件",
)
