"""A pending finding between two who settled: two people void it, or it stays."""

from domain.decision import Answer, Decision, Say, Target, Urgency
from domain.findings import states
from domain.matters.matter import Holder, Matter, MatterAt, MoveMatter, Step
from domain.matters.ruling import Ruling, Verdict
from domain.matters.standing_by import duty_for
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.services.service import VOIDING
from handlers.cards import cards, hands
from handlers.services import desk_wording as wording


async def _decide(request: Request, book: Book, asked: Matter, verdict: Verdict) -> Decision:
    duty = duty_for(request.sender, asked)
    before = [step.person for step in asked.steps if step.act == "confirmed"]
    if duty is None or duty.person in before:
        raise Refusal(wording.OTHER_HAND)
    step = Step(verdict.outcome, duty.person, duty.role, verdict.note)
    about = str(asked.facts["about"])
    if verdict.outcome != "confirmed":
        moved = MoveMatter(asked, "rejected", step, closes=True)
        return Decision(Answer(wording.STAYS.format(code=about)), (moved,), (asked.watch,))
    if not before:
        return await _onward(book, asked, step)
    finding = await book.answer(MatterAt(about))
    closed = MoveMatter(asked, "confirmed", step, closes=True)
    if finding is None or finding.closed_at is not None or finding.state in states.DROPPED:
        return Decision(Answer(wording.TOO_LATE.format(code=about)), (closed,), (asked.watch,))
    void = states.close(finding, states.VOID, Step("settled", duty.person, duty.role, str(asked.facts["dispute"])))
    told = Say(Target("subject", str(finding.subject)), wording.voided(finding), urgency=Urgency.NOTICE)
    effects = (void, closed, *((told,) if finding.facts.get("noticed_at") else ()))
    return Decision(Answer(wording.VOID.format(code=about)), effects, (asked.watch, finding.watch))


async def _onward(book: Book, asked: Matter, step: Step) -> Decision:
    """One of two; another supervisor or the secretary is the second."""
    moved = MoveMatter(asked, "once", step, Holder("supervisor"))
    people = [
        *await hands(book, "supervisor", asked.grid, asked.concerns, (step.person,)),
        *await hands(book, "secretary", asked.grid, asked.concerns, (step.person,)),
    ]
    told = cards(people, wording.void_card(asked.line))
    return Decision(Answer(wording.ONCE), (moved, *told), (asked.watch,))


ruling = Ruling(VOIDING, _decide)
