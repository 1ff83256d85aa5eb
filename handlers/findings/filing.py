"""Filing an appeal or an objection: the row stops, and somebody uninvolved looks at it."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from domain.code import NewCode
from domain.decision import Answer, Ask, Decision
from domain.findings import states
from domain.findings.appeals import RECHECK, SORT
from domain.findings.undoing import reversible
from domain.findings.wording import appeal_card
from domain.matters.matter import Holder, Matter, MattersOf, OpenMatter, OpenMatters, Step
from domain.matters.standing_by import concerned
from domain.members import Duty
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import Role
from handlers.cards import cards, hands
from handlers.findings import appeal_wording as wording
from handlers.findings.record import Recorded, must_be, own_seen, reviewers
from handlers.subjects import CHOICES

OVERSEERS: tuple[Role, ...] = ("supervisor", "secretary")


async def filed(request: Request, book: Book, word: str) -> Decision:
    """申诉 and 异议 are taken from everybody: whose record it is, and the role, decide what they are."""
    code = str(request.slot("ref") or request.answers.get("ref") or "")
    if not code:
        return await _which(request, book, word)
    about = await must_be(book, code)
    own = about.subject.id in {one.id for one in request.sender.subjects}
    duty = request.sender.duty(about.subject.grid, *OVERSEERS)
    if not own and duty is None:
        raise Refusal(wording.unknown(code))
    if own and not about.told(request.at):
        reminder = about.finding is not None and about.finding.state in {states.REMINDED, states.COUNTED}
        raise Refusal(wording.ONLY_REMINDER.format(code=code) if reminder else wording.unknown(code))
    await _check(book, about)
    reason = str(request.slot("reason") or request.answers.get("reason") or "")
    if not reason:
        return Decision(ask=Ask("reason", wording.REASON, "text"))
    if own or duty is None:
        return await _appeal(request, book, about, reason)
    return await _object(request, book, about, duty, reason)


async def _which(request: Request, book: Book, word: str) -> Decision:
    codes = await own_seen(request, book, states.WAITING)
    if not codes:
        raise Refusal(wording.NOTHING if request.sender.subjects else wording.NO_CODE.format(word=word))
    if len(codes) > CHOICES:
        raise Refusal(wording.NO_CODE.format(word=word))
    return (
        Decision(ask=Ask("ref", wording.WHICH, "choice", codes))
        if len(codes) > 1
        else await _only(request, book, word, codes[0])
    )


async def _only(request: Request, book: Book, word: str, code: str) -> Decision:
    """The bare word, where only one record is open."""
    answered = replace(request, answers={**request.answers, "ref": code})
    return await filed(answered, book, word)


async def _check(book: Book, about: Recorded) -> None:
    """Each record is looked at again once."""
    for sort in (SORT, RECHECK):
        for one in await book.answer(MattersOf(about.subject.id, sort)):
            if one.facts.get("about") != about.code:
                continue
            if one.closed_at is None:
                raise Refusal(wording.RUNNING.format(code=about.code))
            if sort == SORT:
                raise Refusal(wording.DECIDED.format(code=about.code))
    gone = about.finding is None or about.finding.state in states.POINTLESS
    if gone and not reversible(about.entries):
        raise Refusal(wording.REVERSED.format(code=about.code))


async def _appeal(request: Request, book: Book, about: Recorded, reason: str) -> Decision:
    code, due_at = NewCode("S"), _due(request)
    people = await reviewers(book, about)
    reviewer = _least_loaded(people, await book.answer(OpenMatters(sort=SORT)))
    line = wording.appeal_line(about.code, about.line(request.rules))
    opened = OpenMatter(
        code=code,
        sort=SORT,
        state="filed",
        line=line,
        step=Step("filed", role="resident", note=reason),
        subject=about.subject.id,
        grid=about.subject.grid,
        holder=Holder(reviewer.role, reviewer.person) if reviewer else Holder("secretary"),
        concerns=about.concerns,
        due_at=due_at,
        facts={"about": about.code, "people": sorted(about.people)},
    )
    told = cards((reviewer,) if reviewer else (), appeal_card(code, line, reason, due_at))
    frozen = _frozen(request, about, Step("appealed", role="resident"), str(code))
    watches = await about.watches(book)
    return Decision(Answer(wording.filed(code, about.code, due_at)), (opened, *frozen, *told), watches)


async def _object(request: Request, book: Book, about: Recorded, duty: Duty, reason: str) -> Decision:
    if duty.person in about.people or concerned(request.sender, duty, about.concerns):
        raise Refusal(wording.OTHER_HAND)
    due_at = _due(request)
    others = await hands(book, "grid_worker", about.subject.grid, about.concerns, about.people)
    checker = _least_loaded(others, await book.answer(OpenMatters(sort=RECHECK)))
    people = (checker,) if checker else await hands(book, "secretary", "", about.concerns, about.people)
    opened = OpenMatter(
        code=NewCode("K"),
        sort=RECHECK,
        state="open",
        line=wording.appeal_line(about.code, about.line(request.rules)),
        step=Step("objected", duty.person, duty.role, reason),
        subject=about.subject.id,
        grid=about.subject.grid,
        holder=Holder(checker.role, checker.person) if checker else Holder("secretary"),
        concerns=about.concerns,
        due_at=due_at,
        facts={"about": about.code, "people": sorted(about.people | {duty.person})},
    )
    told = cards(people, wording.recheck_card(about.code, about.line(request.rules), reason, due_at))
    frozen = _frozen(request, about, Step("objected", duty.person, duty.role, reason), "recheck")
    watches = await about.watches(book)
    return Decision(Answer(wording.objected(about.code, due_at)), (opened, *frozen, *told), watches)


def _due(request: Request) -> int:
    days = request.rules.negative.policy.objection_reply_days
    return int((request.now + timedelta(days=days)).timestamp() * 1000)


def _frozen(request: Request, about: Recorded, step: Step, by: str) -> tuple[object, ...]:
    if about.finding is None or about.finding.closed_at is not None:
        return ()
    return (states.freeze(about.finding, step, by, request.at),)


def _least_loaded(people: tuple[Duty, ...], waiting: tuple[Matter, ...]) -> Duty | None:
    """The one with the fewest open ones; ties go by the order in which people were found."""
    load = Counter(one.holder.person for one in waiting)
    return min(people, key=lambda one: (one.role == "secretary", load[one.person]), default=None)
