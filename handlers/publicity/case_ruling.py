"""How invented cases are approved: two different people, a supervisor and the secretary."""

from domain.decision import Answer, Decision
from domain.matters.matter import NOBODY, Holder, Matter, MatterAt, MoveMatter, Step
from domain.matters.ruling import Ruling, Verdict
from domain.matters.standing_by import duty_for
from domain.members import Duty
from domain.publicity import cases_wording as wording
from domain.publicity.cases import APPROVED, APPROVERS, DRAFTED, REJECTED, SORT, approvers
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import Role
from handlers.cards import cards, hands


async def _decide(request: Request, book: Book, case: Matter, verdict: Verdict) -> Decision:
    duty = duty_for(request.sender, case)
    full = await book.answer(MatterAt(case.code))
    if duty is None or full is None or full.state != DRAFTED:
        raise Refusal(wording.GONE)
    if verdict.outcome != "confirmed":
        step = Step("reject", duty.person, duty.role, verdict.note)
        return _closed(full, MoveMatter(full, REJECTED, step, closes=True))
    said = approvers(full.steps)
    if said & {one.person for one in request.sender.duties}:
        raise Refusal(wording.TWICE)
    step = Step("approve", duty.person, duty.role)
    if len(said) + 1 >= APPROVERS:
        moved = MoveMatter(full, APPROVED, step, NOBODY)
        return Decision(Answer(wording.APPROVED), (moved,), (full.watch,))
    return await _to_the_other(book, full, step, duty)


def _closed(case: Matter, moved: MoveMatter) -> Decision:
    return Decision(Answer(wording.REJECTED), (moved,), (case.watch,))


async def _to_the_other(book: Book, case: Matter, step: Step, duty: Duty) -> Decision:
    role: Role = "secretary" if duty.role == "supervisor" else "supervisor"
    moved = MoveMatter(case, DRAFTED, step, Holder(role))
    people = await hands(book, role, "", (), {duty.person})
    card = wording.card(str(case.facts["title"]), str(case.facts["text"]))
    return Decision(Answer(wording.FIRST), (moved, *cards(people, card)), (case.watch,))


ruling = Ruling(SORT, _decide)
