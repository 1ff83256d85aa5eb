"""How reversals of another's or a settled entry are decided: by a second person."""

from domain.decision import Answer, Decision, Say, Target, Urgency
from domain.findings.appeals import REVERSAL
from domain.matters.matter import Matter, MoveMatter, Step
from domain.matters.ruling import Ruling, Verdict
from domain.matters.standing_by import duty_for
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.findings import appeal_wording as wording
from handlers.findings.record import must_be
from handlers.findings.reverse import taken_back


async def _decide(request: Request, book: Book, asked: Matter, verdict: Verdict) -> Decision:
    about = await must_be(book, str(asked.facts["about"]))
    duty = duty_for(request.sender, asked)
    first = asked.steps[0]
    if duty is None or duty.person == first.person:
        raise Refusal(wording.OTHER_HAND)
    step = Step(verdict.outcome, duty.person, duty.role, verdict.note)
    closed = MoveMatter(asked, verdict.outcome, step, closes=True)
    report = Target("staff", str(first.person))
    if verdict.outcome != "confirmed":
        words = wording.reversal_fell(about.code, verdict.note)
        return Decision(Answer(words), (closed, Say(report, words, urgency=Urgency.NOTICE)), (asked.watch,))
    effects = taken_back(request, about, duty, first.note)
    words = wording.reversed_by(about.code)
    told = Say(report, words, urgency=Urgency.NOTICE)
    return Decision(Answer(words), (*effects, closed, told), (asked.watch, *await about.watches(book)))


ruling = Ruling(REVERSAL, _decide)
