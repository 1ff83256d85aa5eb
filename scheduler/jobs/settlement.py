"""The month's draft on the first: what would be posted, to the management group, who answer with two votes."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.code import NewCode
from domain.decision import Say, Target, Urgency, Watch
from domain.findings.settling import SORT, belonging, decidable, management, month_before, uninvolved
from domain.findings.settling_wording import draft_card, too_few, waits_for_others
from domain.findings.states import FROZEN, RECUSED, freeze, thaw
from domain.findings.states import SORT as FINDING
from domain.findings.timing import milliseconds
from domain.matters.matter import Matter, MattersSince, OpenMatter, OpenMatters, Step
from domain.members import Duty, OnDuty
from domain.period import civil
from domain.query import Book
from domain.roles import Role

_ROLES: tuple[Role, ...] = ("supervisor", "secretary", "grid_worker")


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    month = month_before(civil(due.at))
    if any(one.facts["month"] == month for one in await book.answer(MattersSince(SORT, 0))):
        return ()
    members = [one for role in _ROLES for one in management(await book.answer(OnDuty(role)))]
    stuck, found, watches = await _sorted(due, book, month, members)
    opened = OpenMatter(NewCode("K"), SORT, "drafted", month, Step("drafted"), facts={"month": month})
    cards = []
    for one in members:
        shown = [finding for finding in found if one.serves(finding.grid)]
        card = draft_card(month, shown, masked=one.role == "supervisor")
        cards.append(Say(Target("staff", str(one.person)), "", card, urgency=Urgency.NOTICE))
    return (Post("community", (*stuck, opened, *cards), watches),)


async def _sorted(
    due: Due, book: Book, month: str, members: Sequence[Duty]
) -> tuple[tuple[object, ...], list[Matter], tuple[Watch, ...]]:
    """What becomes of findings that too few may decide on, those that the draft shows, and what must not move.

    They are frozen, so that they do not keep everybody else's month open, and go on once enough others are there.
    """
    now = milliseconds(due.at)
    waiting = await book.answer(OpenMatters(sort=FINDING))
    ripe, staffed = belonging(waiting, month), decidable(members)
    stuck = [one for one in ripe if staffed and not decidable(members, one.concerns)]
    held = [one for one in waiting if one.state == FROZEN and one.facts.get("frozen_by") == RECUSED]
    freed = [one for one in held if decidable(members, one.concerns)]
    moves: list[object] = [thaw(one, Step("enough_others"), now) for one in freed]
    for one in stuck:
        moves += [freeze(one, Step("too_few_others"), RECUSED, now), *_told(one, members)]
    shown = [one for one in ripe if one not in stuck]
    return tuple(moves), [*shown, *freed], tuple(one.watch for one in (*stuck, *freed))


def _told(finding: Matter, members: Sequence[Duty]) -> tuple[Say, ...]:
    secretaries = [one for one in uninvolved(members, finding.concerns) if one.role == "secretary"]
    words = too_few(finding.code)
    subject = Say(Target("subject", str(finding.subject)), waits_for_others(finding), urgency=Urgency.NOTICE)
    return (
        subject,
        *(Say(Target("staff", str(one.person)), words, urgency=Urgency.NOTICE) for one in secretaries),
    )


job = Job("settlement", Cron(hour=9, minute=0, day=1), "month", timedelta(days=7), _plan, title="月结草案")
