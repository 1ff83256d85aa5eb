"""A settlement that was approved and broke off half way is taken to its end."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.findings.settling import SORT, MonthClosed, SettleMonth
from domain.findings.timing import milliseconds
from domain.findings.wording import SETTLED
from domain.matters.matter import MattersSince
from domain.query import Book

_LOOKS_BACK = timedelta(days=60)


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    found = await book.answer(MattersSince(SORT, milliseconds(due.at - _LOOKS_BACK)))
    months = sorted({str(one.facts["month"]) for one in found if one.state == "settled"})
    left = [month for month in months if await book.answer(MonthClosed(month)) is None]
    return [Post(f"community:{month}", (SettleMonth(month, SETTLED),)) for month in left]


job = Job(
    "settlement_rest",
    Cron(hour="9-21/4", minute=50),
    "hour",
    timedelta(hours=4),
    _plan,
    coalesce=True,
    title="月结补做",
)
