"""On the sixth every group reads how to report, and grid workers get the words to post by hand."""

import json
from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.decision import Say, Target, Urgency
from domain.enrolment import EnrolGrid, GridsOf
from domain.members import OnDuty
from domain.publicity import wording
from domain.query import Book


async def _plan(_due: Due, book: Book) -> Sequence[Post]:
    groups = [
        Post(
            f"grid:{grid.code}",
            (Say(Target("grid", grid.code), _words(grid), urgency=Urgency.PUBLIC),),
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


def _words(grid: EnrolGrid) -> str:
    facts = json.loads(grid.facts)
    return wording.how_to_report(str(facts.get("hotline") or ""), str(facts.get("report_address") or ""))


job = Job("channel_text", Cron(hour=19, minute=10, day=6), "month", timedelta(days=7), _plan, title="怎么举报的说明")
