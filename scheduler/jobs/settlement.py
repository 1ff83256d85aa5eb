"""The month's draft on the first: what would be posted, to the management group, who answer with two votes."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.code import NewCode
from domain.decision import Say, Target, Urgency
from domain.findings.settling import SORT, belonging, management, month_before
from domain.findings.settling_wording import draft_card
from domain.findings.states import SORT as FINDING
from domain.matters.matter import MattersSince, OpenMatter, OpenMatters, Step
from domain.members import OnDuty
from domain.period import civil
from domain.query import Book


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    month = month_before(civil(due.at))
    if any(one.facts["month"] == month for one in await book.answer(MattersSince(SORT, 0))):
        return ()
    found = belonging(await book.answer(OpenMatters(sort=FINDING)), month)
    opened = OpenMatter(NewCode("K"), SORT, "drafted", month, Step("drafted"), facts={"month": month})
    cards = []
    for role in ("supervisor", "secretary", "grid_worker"):
        for one in management(await book.answer(OnDuty(role))):
            shown = [finding for finding in found if one.serves(finding.grid)]
            card = draft_card(month, shown, masked=role == "supervisor")
            cards.append(Say(Target("staff", str(one.person)), "", card, urgency=Urgency.NOTICE))
    return (Post("community", (opened, *cards)),)


job = Job("settlement", Cron(hour=9, minute=0, day=1), "month", timedelta(days=7), _plan, title="月结草案")
