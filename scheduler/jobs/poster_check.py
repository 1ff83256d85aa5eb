"""Each quarter grid workers are asked to look at the posters on the wall."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.decision import Say, Target, Urgency
from domain.members import OnDuty
from domain.publicity.wording import POSTER_CHECK
from domain.query import Book


async def _plan(_due: Due, book: Book) -> Sequence[Post]:
    return [
        Post(f"staff:{one.person}", (Say(Target("staff", str(one.person)), POSTER_CHECK, urgency=Urgency.NOTICE),))
        for one in await book.answer(OnDuty("grid_worker"))
    ]


job = Job(
    "poster_check",
    Cron(hour=9, minute=30, day=15, month="1,4,7,10"),
    "quarter",
    timedelta(days=14),
    _plan,
    title="每季度看海报",
)
