"""How a grid worker decides a binding that the phone could not settle."""

from domain.decision import Answer, Decision, Say, Target, Urgency
from domain.matters.matter import Matter, MoveMatter, Step
from domain.matters.ruling import Ruling, Verdict
from domain.matters.standing_by import duty_for
from domain.members import AccountRef, Bind, SubjectAt
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.members import wording


async def _decide(request: Request, book: Book, matter: Matter, verdict: Verdict) -> Decision:
    duty = duty_for(request.sender, matter)
    subject = await book.answer(SubjectAt(matter.subject))
    if duty is None or subject is None:
        raise Refusal(wording.NOT_FOUND)
    account = AccountRef(str(matter.facts["channel"]), str(matter.facts["account"]))
    step = Step(verdict.outcome, duty.person, duty.role, verdict.note)
    moved = MoveMatter(matter, verdict.outcome, step, closes=True)
    confirmed = verdict.outcome == "confirmed"
    words = wording.bound(subject) if confirmed else wording.REFUSED
    told = Say(Target("account", account.id, account.channel), words, urgency=Urgency.NOTICE)
    ties = (Bind(account, subject.id),) if confirmed else ()
    return Decision(Answer(wording.TOLD_BACK), (*ties, moved, told), (matter.watch,))


ruling = Ruling("binding", _decide)
