"""How objections of supervisors are decided: another worker looks again."""

from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.findings.appeals import RECHECK, let_go_on
from domain.matters.matter import Matter, MoveMatter, Step
from domain.matters.ruling import Ruling, Verdict
from domain.matters.standing_by import duty_for
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.findings import appeal_wording as wording
from handlers.findings.record import must_be


async def _decide(request: Request, book: Book, recheck: Matter, verdict: Verdict) -> Decision:
    about = await must_be(book, str(recheck.facts["about"]))
    duty = duty_for(request.sender, recheck)
    if duty is None or duty.person in recheck.facts["people"]:
        raise Refusal(wording.OTHER_HAND)
    holds = verdict.outcome == "confirmed"
    reason = str(request.answers.get("reason") or verdict.note)
    if not holds and not reason:
        return Decision(ask=Ask("reason", wording.WHY, "text"))
    step = Step(verdict.outcome, duty.person, duty.role, reason)
    closed = MoveMatter(recheck, verdict.outcome, step, closes=True)
    words = wording.rechecked(about.code, reason, holds=holds)
    effects: list[object] = [closed]
    if holds:
        effects += let_go_on(about.finding, step, request.at) if about.finding else ()
    else:
        undone = about.undone(request, duty, reason)
        effects += [*undone.effects, *about.withdrawal(request.at, posted=undone.posted)]
    effects.append(Say(Target("staff", str(recheck.steps[0].person)), words, urgency=Urgency.NOTICE))
    return Decision(Answer(words), tuple(effects), (recheck.watch, *await about.watches(book)))


ruling = Ruling(RECHECK, _decide)
