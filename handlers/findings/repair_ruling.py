"""How repairs are decided: 属实 gives points back by ratio, 不属实 needs a reason."""

from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.findings import states
from domain.findings.repairing import SORT, points_back, restoration
from domain.ledger import Hand
from domain.matters.matter import Matter, MatterAt, MoveMatter, Step
from domain.matters.ruling import Ruling, Verdict
from domain.matters.standing_by import duty_for
from domain.period import civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.standing import StandingOf
from handlers.findings import repair_wording as wording
from handlers.findings.photographing import looked_at


async def _decide(request: Request, book: Book, repair: Matter, verdict: Verdict) -> Decision:
    finding = await book.answer(MatterAt(str(repair.facts["about"])))
    duty = duty_for(request.sender, repair)
    if duty is None or finding is None or finding.state != states.EFFECTIVE:
        raise Refusal(wording.GONE)
    step = Step(verdict.outcome, duty.person, duty.role, verdict.note)
    if verdict.outcome == "confirmed":
        hand = Hand(duty.person, duty.role, finding.grid)
        return await _repaired(request, book, (repair, finding), step, hand)
    reason = str(request.answers.get("reason") or verdict.note)
    if not reason:
        return Decision(ask=Ask("reason", wording.WHY, "text"))
    closed = MoveMatter(repair, verdict.outcome, step, closes=True)
    told = _told(finding, wording.refused(finding.code, reason))
    return Decision(Answer(wording.told_back(finding.code)), (closed, told), (repair.watch,))


async def _repaired(request: Request, book: Book, case: tuple[Matter, Matter], step: Step, hand: Hand) -> Decision:
    repair, finding = case
    item = request.rules.negative_item(str(finding.facts["item"]))
    if item is None:
        raise Refusal(wording.GONE)
    back = points_back(int(finding.facts["points"]), item.severity, request.rules.ratings.repair)
    entry = restoration(finding, back, hand, civil(request.now))
    standing = await book.answer(StandingOf(finding.subject))
    facts = {"off_board_since": request.at, "back": back}
    moved = MoveMatter(finding, states.REPAIRED, step, closes=True, facts=facts)
    closed = MoveMatter(repair, "confirmed", step, closes=True)
    told = _told(finding, wording.repaired(finding.code, str(finding.facts["title"]), back))
    watches = (standing.watch, repair.watch, finding.watch)
    shown = await looked_at(request, book, finding, repair)
    return Decision(Answer(wording.confirmed(finding.code, back)), (entry, moved, closed, told, *shown), watches)


def _told(finding: Matter, words: str) -> Say:
    return Say(Target("subject", str(finding.subject)), words, urgency=Urgency.NOTICE)


ruling = Ruling(SORT, _decide)
