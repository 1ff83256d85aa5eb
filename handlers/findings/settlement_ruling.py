"""How a month is closed: two votes, one of them a supervisor's, nobody concerned; then one effect posts it all."""

from domain.decision import Answer, Decision, Say, Target, Urgency
from domain.findings.settling import SORT, SettleMonth, approved, belonging, month_before, votes
from domain.findings.states import SORT as FINDING
from domain.findings.wording import SETTLED
from domain.matters.matter import Matter, MatterAt, MoveMatter, OpenMatters, Step
from domain.matters.ruling import Ruling, Verdict
from domain.matters.standing_by import concerned
from domain.members import Duty, OnDuty
from domain.period import civil, span
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.findings import settlement_wording as wording
from handlers.staffed import must_be_staffed


def seat(request: Request) -> Duty:
    """The sender's place in the management group; refuses where there is none."""
    for duty in request.sender.duties:
        if duty.role in {"supervisor", "secretary"} or (duty.role == "grid_worker" and duty.in_management_group):
            return duty
    raise Refusal(wording.NOT_MG)


def month_meant(request: Request) -> str:
    """The month that was said, else the last one."""
    period = request.slot("period") or "last_month"
    if period not in {"last_month", "this_month"}:
        raise Refusal(wording.OTHER_MONTH)
    today = civil(request.now)
    return month_before(today) if period == "last_month" else f"{span('this_month', today).since:%Y-%m}"


async def open_settlement(book: Book, month: str) -> Matter | None:
    """The month's settlement with its votes, while it is open."""
    for one in await book.answer(OpenMatters(sort=SORT)):
        if one.facts["month"] == month:
            return await book.answer(MatterAt(one.code))
    return None


async def vote(request: Request, book: Book, settlement: Matter, yes: bool, note: str) -> Decision:  # noqa: FBT001 - a vote is a yes or a no
    """Note a vote; the one that completes the two posts the month."""
    duty, month = seat(request), str(settlement.facts["month"])
    found = belonging(await book.answer(OpenMatters(sort=FINDING)), month)
    if any(concerned(request.sender, duty, one.concerns) for one in found):
        raise Refusal(wording.CONCERNED)
    await must_be_staffed(book)
    before = votes(settlement.steps).get(duty.person)
    if before and (before.act == "approve") == yes:
        raise Refusal(wording.AGAIN)
    step = Step("approve" if yes else "reject", duty.person, duty.role, note)
    steps = (*settlement.steps, step)
    if not approved(steps):
        moved = MoveMatter(settlement, "voted", step, due_at=settlement.due_at)
        count = sum(1 for one in votes(steps).values() if one.act == "approve")
        told = () if yes else await _told(book, duty, month, note)
        return Decision(Answer(wording.noted(month, approve=yes, votes=count)), (moved, *told), (settlement.watch,))
    moved = MoveMatter(settlement, "settled", step, closes=True, facts={"count": len(found)})
    answer = Answer(wording.settled(month, len(found)))
    return Decision(answer, (SettleMonth(month, SETTLED), moved), (settlement.watch,))


async def _told(book: Book, voter: Duty, month: str, note: str) -> tuple[Say, ...]:
    """The secretary hears of a no, since the month waits until it is cleared up."""
    return tuple(
        Say(Target("staff", str(one.person)), wording.rejected(month, note), urgency=Urgency.NOTICE)
        for one in await book.answer(OnDuty("secretary"))
        if one.person != voter.person
    )


async def _decide(request: Request, book: Book, settlement: Matter, verdict: Verdict) -> Decision:
    return await vote(request, book, settlement, verdict.outcome == "confirmed", verdict.note)


ruling = Ruling(SORT, _decide)
