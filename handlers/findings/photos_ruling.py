"""How photos of a place are looked through: 属实 where nothing on them tells of a person, else they stay unused."""

from domain.consents import ConsentOf
from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.findings.photos import SORT, WITHDRAWN
from domain.matters.matter import Matter, MoveMatter, Step
from domain.matters.ruling import Ruling, Verdict
from domain.matters.standing_by import duty_for
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.findings import photos_wording as wording


async def _decide(request: Request, book: Book, pair: Matter, verdict: Verdict) -> Decision:
    duty, code = duty_for(request.sender, pair), str(pair.facts["about"])
    if duty is None:
        raise Refusal(wording.GONE)
    if await book.answer(ConsentOf(pair.subject, "photos")) != "yes":
        # Whoever agreed has left since: there is nothing to look through any more.
        gone = MoveMatter(pair, WITHDRAWN, Step("withdrawn"), closes=True)
        return Decision(Answer(wording.GONE), (gone,), (pair.watch,))
    if len(request.slot("rows") or ()) > 1:
        raise Refusal(wording.ONE_BY_ONE)
    reason = str(request.answers.get("reason") or verdict.note)
    fit = verdict.outcome == "confirmed"
    if not fit and not reason:
        return Decision(ask=Ask("reason", wording.WHAT_SEEN, "text"))
    moved = MoveMatter(pair, verdict.outcome, Step(verdict.outcome, duty.person, duty.role, reason), closes=True)
    if fit:
        return Decision(Answer(wording.FIT.format(code=code)), (moved,), (pair.watch,))
    told = Say(Target("subject", str(pair.subject)), wording.unfit(code, reason), urgency=Urgency.NOTICE)
    return Decision(Answer(wording.UNFIT.format(code=code)), (moved, told), (pair.watch,))


ruling = Ruling(SORT, _decide)
