"""How declared deeds are decided: 属实 posts the points, 不属实 needs a reason that the person reads."""

from datetime import date

from domain.awarding import Award
from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.ledger import Hand
from domain.matters.matter import Holder, Matter, MoveMatter, Step
from domain.matters.ruling import Ruling, Verdict
from domain.matters.standing_by import duty_for
from domain.members import Duty
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.rules.catalogue import Item
from handlers.awarding import give, needs_second
from handlers.cards import cards, hands
from handlers.deeds import wording
from handlers.replying import TAKES_BACK


async def _decide(request: Request, book: Book, deed: Matter, verdict: Verdict) -> Decision:
    duty = duty_for(request.sender, deed)
    item = request.rules.item(str(deed.facts["item"]))
    if duty is None or item is None:
        raise Refusal(wording.TOO_LATE)
    if verdict.outcome == "confirmed":
        return await _confirmed(request, book, deed, duty, item)
    reason = str(request.answers.get("reason") or verdict.note)
    if verdict.outcome == "rejected" and not reason:
        return Decision(ask=Ask("reason", wording.WHY, "text"))
    words = wording.rejected(deed, reason) if verdict.outcome == "rejected" else wording.unclear(deed)
    moved = MoveMatter(deed, verdict.outcome, Step(verdict.outcome, duty.person, duty.role, reason), closes=True)
    told = Say(Target("subject", str(deed.subject)), words, urgency=Urgency.NOTICE)
    return Decision(Answer(wording.told_back(deed.code)), (moved, told), (deed.watch,))


async def _confirmed(request: Request, book: Book, deed: Matter, duty: Duty, item: Item) -> Decision:
    before = [step.person for step in deed.steps if step.act == "confirmed"]
    if duty.person in before:
        raise Refusal(wording.SECOND)
    step = Step("confirmed", duty.person, duty.role)
    if needs_second(item, item.points) and not before:
        return await _handed_on(book, deed, step)
    award = Award(
        subject=deed.subject,
        item=item,
        points=item.points,
        source=f"deed:{deed.code}",
        hand=Hand(duty.person, duty.role, deed.grid),
        on=date.fromisoformat(str(deed.facts["on"])),
        version=request.rules.version,
        evidence=str(deed.facts["photo"]),
    )
    given = await give(book, award, deed.line.split(" ", 1)[0])
    moved = MoveMatter(deed, "confirmed", step, closes=True)
    return Decision(Answer(given.answer), (*given.entries, moved, given.told), (given.watch, deed.watch))


async def _handed_on(book: Book, deed: Matter, step: Step) -> Decision:
    """What needs two goes on to a supervisor or the secretary, whoever did not confirm yet."""
    moved = MoveMatter(deed, "once_confirmed", step, holder=Holder("supervisor"), due_at=deed.due_at)
    people = await hands(book, "supervisor", deed.grid, deed.concerns, (step.person,))
    told = cards(people, wording.photo_card(deed), str(deed.facts["photo"]))
    return Decision(Answer(wording.once_confirmed(deed.code)), (moved, *told), (deed.watch,))


async def _reply(request: Request, _: Book, deed: Matter, text: str) -> Decision | None:
    """Whoever declared takes it back by quoting the receipt; whoever confirms is told which words decide."""
    if deed.subject not in {one.id for one in request.sender.subjects}:
        if deed.closed_at is None and duty_for(request.sender, deed) is not None:
            raise Refusal(wording.say_which(deed.code))
        return None
    if deed.closed_at is not None:
        raise Refusal(wording.decided_already(deed.code))
    if text not in TAKES_BACK:
        raise Refusal(wording.still_waiting(deed.code))
    moved = MoveMatter(deed, "withdrawn", Step("withdrawn", role="resident"), closes=True)
    return Decision(Answer(wording.withdrawn(deed.code)), (moved,), (deed.watch,))


ruling = Ruling("deed", _decide, reply=_reply)
