"""Every night whatever of tip-offs is over its time is erased; what stayed open too long is closed first."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.period import civil
from domain.query import Book
from domain.tips.effects import EraseTips, MoveTip
from domain.tips.queries import TipsOpenedBefore


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    today, keep = civil(due.at), due.rules.ratings.retention
    stale = await book.answer(TipsOpenedBefore(today - timedelta(days=keep.tip_open_days_max)))
    closed = tuple(MoveTip(case, "unclear", today) for case in stale)
    watches = tuple(case.watch for case in stale)
    # No case may give its code to a key of the calendar, which is kept for longer than the case.
    return Post("stale", closed, watches), Post("all", (EraseTips(today, keep),))


job = Job(
    "tip_erasure", Cron(hour=4, minute=10), "day", timedelta(hours=12), _plan, coalesce=True, title="到期清除举报"
)
