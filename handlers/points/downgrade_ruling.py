"""How a lower grade is confirmed: two different people of the management group, then days of waiting."""

from dataclasses import replace
from datetime import timedelta

from domain.decision import Answer, Ask, Decision
from domain.findings.settling import management
from domain.findings.timing import milliseconds
from domain.grading import ASKED, COOLING, LETTER, REJECTED, SORT, VOTERS, GradeOf, approvals
from domain.grading_wording import ALREADY, DECIDED, NOT_MG, REASON, cooling, noted, refused
from domain.matters.matter import Matter, MatterAt, MoveMatter, OpenMatters, Step
from domain.matters.ruling import Ruling, Verdict
from domain.matters.standing_by import concerned
from domain.members import Duty
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request


def _seat(request: Request, matter: Matter) -> Duty | None:
    """The duty in which the sender may vote, or None."""
    for duty in management(request.sender.duties):
        if duty.serves(matter.grid) and not concerned(request.sender, duty, matter.concerns):
            return duty
    return None


async def _decide(request: Request, book: Book, matter: Matter, verdict: Verdict) -> Decision:
    duty = _seat(request, matter)
    if duty is None:
        raise Refusal(NOT_MG)
    if matter.state != ASKED:
        raise Refusal(DECIDED)
    if verdict.outcome != "confirmed":
        return await _rejected(request, book, matter, duty, verdict)
    before = approvals(matter.steps)
    if duty.person in before:
        raise Refusal(ALREADY)
    step = Step("approve", duty.person, duty.role, verdict.note)
    if len(before) + 1 < VOTERS:
        return Decision(Answer(noted(matter)), (MoveMatter(matter, ASKED, step),), (matter.watch,))
    days = request.rules.ratings.grade_rules.downgrade_cool_off_days
    until = milliseconds(request.now + timedelta(days=days))
    return Decision(Answer(cooling(matter, days)), (MoveMatter(matter, COOLING, step, due_at=until),), (matter.watch,))


async def _rejected(request: Request, book: Book, matter: Matter, duty: Duty, verdict: Verdict) -> Decision:
    reason = str(request.answers.get("reason") or verdict.note)
    if not reason:
        return Decision(ask=Ask("reason", REASON, "text"))
    closed = MoveMatter(matter, REJECTED, Step(REJECTED, duty.person, duty.role, reason), closes=True)
    kept = await book.answer(GradeOf(matter.subject))
    stays = (replace(kept, refused=str(matter.facts["grade"])),) if kept else ()
    return Decision(Answer(refused(matter)), (closed, *stays), (matter.watch,))


async def _find(request: Request, book: Book, code: str) -> Matter | None:
    found = await book.answer(MatterAt(code))
    return found if found and found.closed_at is None and _seat(request, found) else None


async def _waiting(request: Request, book: Book) -> tuple[Matter, ...]:
    """Those that the sender may confirm and did not yet."""
    found: list[Matter] = []
    for one in await book.answer(OpenMatters(sort=SORT)):
        if one.state != ASKED or _seat(request, one) is None:
            continue
        full = await book.answer(MatterAt(one.code))
        mine = {duty.person for duty in request.sender.duties}
        found += [full] if full and not mine & approvals(full.steps) else []
    return tuple(found)


ruling = Ruling(SORT, _decide, LETTER, _find, _waiting)
