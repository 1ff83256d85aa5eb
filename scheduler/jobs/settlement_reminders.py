"""24 and 40 hours after the draft: whoever of the management group did not vote yet is asked again."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.decision import Say, Target, Urgency
from domain.findings.settling import SORT, management, month_before, votes
from domain.findings.settling_wording import waits
from domain.matters.matter import MatterAt, OpenMatters
from domain.members import OnDuty
from domain.period import SHANGHAI, civil
from domain.query import Book

_MOMENTS = {(2, 9), (3, 1)}


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    local = due.at.astimezone(SHANGHAI)
    month = month_before(civil(due.at))
    waiting = [one for one in await book.answer(OpenMatters(sort=SORT)) if one.facts["month"] == month]
    if (local.day, local.hour) not in _MOMENTS or not waiting:
        return ()
    settlement = await book.answer(MatterAt(waiting[0].code))
    voted = votes(settlement.steps) if settlement else {}
    return [
        Post(f"staff:{one.person}", (Say(Target("staff", str(one.person)), waits(month), urgency=Urgency.NOTICE),))
        for role in ("supervisor", "secretary", "grid_worker")
        for one in management(await book.answer(OnDuty(role)))
        if one.person not in voted
    ]


job = Job(
    "settlement_reminders", Cron(hour="1,9", minute=0, day="2-3"), "hour", timedelta(hours=12), _plan, title="月结提醒"
)
