"""How appeals are decided: 成立 takes everything back, 不成立 lets it go on; both with a reason."""

from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.findings.appeals import SORT, let_go_on
from domain.findings.wording import upheld, upheld_staff
from domain.matters.matter import Matter, MoveMatter, Step
from domain.matters.ruling import Ruling, Verdict
from domain.matters.standing_by import duty_for
from domain.members import Duty
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.findings import appeal_wording as wording
from handlers.findings.record import Recorded, must_be


async def _decide(request: Request, book: Book, appeal: Matter, verdict: Verdict) -> Decision:
    about = await must_be(book, str(appeal.facts["about"]))
    duty = duty_for(request.sender, appeal)
    if duty is None or duty.person in about.people:
        raise Refusal(wording.OTHER_HAND)
    reason = str(request.answers.get("reason") or verdict.note)
    if not reason:
        return Decision(ask=Ask("reason", wording.WHY, "text"))
    if verdict.outcome == "confirmed":
        return await _upheld(request, book, (appeal, about), duty, reason)
    step = Step("not_upheld", duty.person, duty.role, reason)
    closed = MoveMatter(appeal, "not_upheld", step, closes=True)
    goes_on = let_go_on(about.finding, step, request.at) if about.finding else ()
    told = _told(about, wording.not_upheld(appeal.code, about.code, reason))
    watches = (appeal.watch, *await about.watches(book))
    return Decision(Answer(wording.decided(appeal.code, upheld=False)), (closed, *goes_on, told), watches)


async def _upheld(request: Request, book: Book, case: tuple[Matter, Recorded], duty: Duty, reason: str) -> Decision:
    appeal, about = case
    undone = about.undone(request, duty, reason)
    closed = MoveMatter(appeal, "upheld", Step("upheld", duty.person, duty.role, reason), closes=True)
    told = _told(about, upheld(appeal.code, about.code, reason, posted=undone.posted))
    staff = tuple(
        Say(Target("staff", str(person)), upheld_staff(appeal.code, about.code, reason), urgency=Urgency.NOTICE)
        for person in sorted(about.people)
    )
    watches = (appeal.watch, *await about.watches(book))
    answer = Answer(wording.decided(appeal.code, upheld=True))
    return Decision(answer, (*undone.effects, closed, told, *staff), watches)


def _told(about: Recorded, words: str) -> Say:
    return Say(Target("subject", str(about.subject.id)), words, urgency=Urgency.NOTICE)


ruling = Ruling(SORT, _decide)
