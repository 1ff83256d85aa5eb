"""Twice a day, what waits is handed over to its recipients; silent where nothing waits."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.period import civil
from domain.query import Book
from domain.tips.effects import HandOver
from domain.tips.queries import TipsToHandOver


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    codes = await book.answer(TipsToHandOver())
    # One unit for all, so that nothing tells one case of a batch from another by its moment.
    return (Post("batch", tuple(HandOver(code, civil(due.at)) for code in codes)),) if codes else ()


job = Job(
    "tip_handover",
    Cron(hour="9,16", minute=10),
    "half_day",
    timedelta(hours=12),
    _plan,
    coalesce=True,
    title="移交举报",
)
