"""On the fourth every grid's group reads the month in counts; what is not approved yet is said to follow."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.enrolment import GridsOf
from domain.findings.settling import MonthClosed, month_before
from domain.findings.settling_wording import not_yet
from domain.period import civil, month_title
from domain.query import Book
from scheduler.monthly import TOLD_AT, TOLD_ON, posts, to_group


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    month = month_before(civil(due.at))
    if await book.answer(MonthClosed(month)) is None:
        return tuple(
            to_group(grid, not_yet(f"{month_title(month)} {grid.name}")) for grid in await book.answer(GridsOf())
        )
    return await posts(book, month, due.rules)


job = Job(
    "monthly_notice",
    Cron(hour=TOLD_AT.hour, minute=TOLD_AT.minute, day=TOLD_ON),
    "month",
    timedelta(days=7),
    _plan,
    title="月度通报",
)
