"""The figures of a month that was approved after the fourth, the morning after its approval."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.findings.settling import MonthClosed, month_before
from domain.findings.timing import milliseconds
from domain.period import civil
from domain.query import Book
from scheduler.monthly import TOLD_AT, TOLD_ON, posts


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    month = month_before(civil(due.at))
    closed = await book.answer(MonthClosed(month))
    if closed is None or closed <= milliseconds(due.at - timedelta(days=1)):
        return ()
    return await posts(book, month, due.rules)


job = Job(
    "monthly_notice_late",
    Cron(hour=TOLD_AT.hour, minute=TOLD_AT.minute, day=f"{TOLD_ON + 1}-28"),
    "day",
    timedelta(hours=12),
    _plan,
    title="补发月度通报",
)
