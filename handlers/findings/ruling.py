"""How findings are decided: a proposal of the property, 还在吗 after the timer, and the second confirmation."""

from dataclasses import replace

from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.findings import states
from domain.findings.appeals import RECHECK, REVERSAL
from domain.findings.counting import reminds
from domain.findings.photos import SORT as PHOTOS
from domain.findings.repairing import SORT as REPAIR
from domain.findings.wording import corrected
from domain.matters.matter import Matter, MatterAt, MoveMatter, OpenMatters, Step
from domain.matters.ruling import Ruling, Verdict
from domain.matters.standing_by import concerned, duty_for
from domain.members import Duty
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.findings import wording
from handlers.findings.deduct import record_of
from handlers.findings.onward import Next, onward, remind, standing

_ABOUT_IT = frozenset({RECHECK, REVERSAL, REPAIR, PHOTOS})


def _duty(request: Request, finding: Matter) -> Duty | None:
    """Whom it waits for; a second confirmation waits for another grid worker too."""
    found = duty_for(request.sender, finding)
    if found or finding.state != states.SECONDING:
        return found
    duty = request.sender.duty(finding.grid, "grid_worker")
    return None if duty is None or concerned(request.sender, duty, finding.concerns) else duty


async def _decide(request: Request, book: Book, finding: Matter, verdict: Verdict) -> Decision:
    duty = _duty(request, finding)
    took_part = {step.person for step in finding.steps}
    if duty is None or (finding.state == states.SECONDING and duty.person in took_part):
        raise Refusal(wording.SECOND)
    if verdict.outcome == "confirmed":
        return await _confirmed(request, book, finding, duty)
    if finding.state == states.CHECKING:
        step = Step("corrected", duty.person, duty.role, verdict.note)
        told = Say(
            Target("subject", str(finding.subject)),
            corrected(finding.code, str(finding.facts["title"])),
            urgency=Urgency.NOTICE,
        )
        answer = Answer(wording.corrected(finding.code, finding.line))
        return Decision(answer, (states.close(finding, states.CORRECTED, step), told), (finding.watch,))
    return _rejected(request, finding, duty, verdict)


def _rejected(request: Request, finding: Matter, duty: Duty, verdict: Verdict) -> Decision:
    reason = str(request.answers.get("reason") or verdict.note)
    if not reason:
        return Decision(ask=Ask("reason", wording.WHY, "text"))
    moved = states.close(finding, states.REJECTED, Step("rejected", duty.person, duty.role, reason))
    words = wording.fell(finding.code, finding.line, reason)
    proposer = int(finding.facts["person"])
    told = (Say(Target("staff", str(proposer)), words, urgency=Urgency.NOTICE),) if proposer else ()
    return Decision(Answer(wording.closed(finding.code)), (moved, *told), (finding.watch,))


async def _confirmed(request: Request, book: Book, finding: Matter, duty: Duty) -> Decision:
    record = await record_of(book, finding.subject, request.now)
    about = standing(request, finding, record)
    about = replace(about, hands=about.hands | {duty.person})
    facts: dict[str, object] = {"points": about.points}
    if finding.state == states.PROPOSED:
        facts |= {"person": duty.person, "role": duty.role}
        if reminds(about.item, record.times(about.item.code), request.rules.negative.policy):
            return _moved(finding, duty, remind(request, about), facts)
    seconded = finding.state == states.SECONDING
    return _moved(finding, duty, await onward(request, book, about, seconded=seconded), facts)


def _moved(finding: Matter, duty: Duty, going: Next, facts: dict[str, object]) -> Decision:
    moved = MoveMatter(
        matter=finding,
        state=going.state,
        step=Step("confirmed", duty.person, duty.role),
        holder=going.holder,
        due_at=going.due_at,
        closes=going.closed,
        facts={**going.facts, **facts},
    )
    return Decision(Answer(going.answer), (moved, *going.says), (finding.watch,))


async def _find(request: Request, book: Book, code: str) -> Matter | None:
    """What the sender may decide under an L number: the matter of that number, or what waits about it."""
    found = await book.answer(MatterAt(code))
    if found and found.closed_at is None and (duty_for(request.sender, found) or _seconds(request, found)):
        return found
    for one in await book.answer(OpenMatters()):
        if one.sort in _ABOUT_IT and one.facts.get("about") == code and duty_for(request.sender, one):
            return await book.answer(MatterAt(one.code))
    return None


def _seconds(request: Request, matter: Matter) -> bool:
    took_part = {step.person for step in matter.steps}
    duty = _duty(request, matter) if matter.sort == states.SORT else None
    return duty is not None and duty.person not in took_part


async def _waiting(request: Request, book: Book) -> tuple[Matter, ...]:
    """Second confirmations for other grid workers; supervisors have them by the holder's role."""
    found: list[Matter] = []
    for one in await book.answer(OpenMatters(sort=states.SORT)):
        if one.state == states.SECONDING and not duty_for(request.sender, one):
            full = await book.answer(MatterAt(one.code))
            found += [full] if full and _seconds(request, full) else []
    return tuple(found)


ruling = Ruling(states.SORT, _decide, "L", _find, _waiting)
