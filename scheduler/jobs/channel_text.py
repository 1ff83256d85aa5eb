"""On the sixth every group reads how to report, and grid workers get the words to post by hand."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.decision import Say, Target, Urgency
from domain.enrolment import GridsOf
from domain.members import OnDuty
from domain.publicity import wording
from domain.query import Book


async def _plan(_due: Due, book: Book) -> Sequence[Post]:
    groups = [
        Post(
            f"grid:{grid.code}",
            (Say(Target("grid", grid.code), wording.HOW_TO_REPORT, urgency=Urgency.PUBLIC),),
        )
        for grid in await book.answer(GridsOf())
    ]
    workers = [
        Post(
            f"staff:{duty.person}",
            (Say(Target("staff", str(duty.person)), wording.FOR_MOMENTS, urgency=Urgency.NOTICE),),
        )
        for duty in await book.answer(OnDuty("grid_worker"))
    ]
    return (*groups, *workers)


job = Job("channel_text", Cron(hour=19, minute=10, day=6), "month", timedelta(days=7), _plan, title="怎么举报的说明")
