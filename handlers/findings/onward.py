"""The next state of a finding, fresh or standing: reminded, confirmed a second time, or announced."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from typing import Any

from domain.calendar import QuietHours
from domain.decision import Card, Say, Target, Urgency
from domain.findings import states
from domain.findings.counting import Record, caps_leave
from domain.findings.timing import milliseconds, notice_at, reminder_at, window_end
from domain.matters.matter import NOBODY, Holder, Matter
from domain.members import Kind
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.rules.negative import NegativeItem
from handlers.cards import cards, hands
from handlers.findings import wording
from handlers.findings.pledged import promised


@dataclass(frozen=True, slots=True)
class About:
    """A finding, fresh or standing; ``hands`` are the staff members who took part."""

    code: object
    subject: int
    grid: str
    concerns: tuple[str, ...]
    line: str
    item: NegativeItem
    points: int
    kind: Kind
    on: str
    note: str
    hands: frozenset[int]


@dataclass(frozen=True, slots=True)
class Next:
    """Where a finding goes, what is said, and what the staff member reads."""

    state: str
    answer: str
    says: tuple[Say, ...] = ()
    holder: Holder = NOBODY
    due_at: int | None = None
    closed: bool = False
    facts: Mapping[str, Any] = field(default_factory=dict)


def standing(request: Request, finding: Matter, record: Record) -> About:
    """A finding that is in the book."""
    item = request.rules.negative_item(str(finding.facts["item"]))
    if item is None:
        raise Refusal(wording.GONE)
    kind: Kind = finding.facts["kind"]
    points, day = int(finding.facts["points"]), date.fromisoformat(str(finding.facts["on"]))
    if finding.state != states.SECONDING:
        # What was found meanwhile may have used up the caps; from the first confirmation on it holds them itself.
        points = min(points, caps_leave(item, kind, day, record, request.rules.negative.policy))
    return About(
        code=finding.code,
        subject=finding.subject,
        grid=finding.grid,
        concerns=finding.concerns,
        line=finding.line,
        item=item,
        points=points,
        kind=kind,
        on=str(finding.facts["on"]),
        note=str(finding.facts["note"]),
        hands=frozenset(step.person for step in finding.steps if step.person),
    )


def to_subject(about: About, words: str, **more: Any) -> Say:  # noqa: ANN401 - what a message takes
    """A private notice to whom the finding is about."""
    return Say(Target("subject", str(about.subject)), words, urgency=Urgency.NOTICE, **more)


def snapshot(item: NegativeItem) -> str:
    """The item as it reads now."""
    return json.dumps(asdict(item), ensure_ascii=False)


def remind(request: Request, about: About) -> Next:
    """The first time: a reminder, with a timer where the item gives time."""
    at = reminder_at(request.now, about.item)
    until = at + timedelta(hours=about.item.grace_hours) if about.item.grace_hours else None
    said = to_subject(about, wording.reminder(about.code, about.item, until), not_before=at)
    answer = wording.reminded(about.code, about.line, at, until)
    if until is None:
        return Next(states.COUNTED, answer, (said,), closed=True)
    return Next(states.REMINDED, answer, (said,), due_at=milliseconds(until))


async def onward(request: Request, book: Book, about: About, *, seconded: bool = False) -> Next:
    """After the reminder: a second person where the item wants one, else the notice."""
    if not about.points:
        return Next(states.CAPPED, wording.capped(about.code, about.line), closed=True)
    if about.item.confirmers > 1 and not seconded:
        return await _second(book, about)
    quiet = QuietHours(*request.rules.tips.policy.quiet_hours)
    at = notice_at(request.now, request.rules.negative.policy, quiet, request.outside.below)
    until = window_end(at, request.rules.negative.policy)
    words = wording.notice(about.code, about.item, about.on, about.points, until)
    if pledged := await promised(request, book, about.subject, about.item.code):
        words = f"{words}\n{pledged}"
    said = to_subject(about, words, not_before=at)
    answer = wording.noticed(about.code, about.line, about.points)
    facts = {"noticed_at": milliseconds(at)}
    return Next(states.NOTICED, answer, (said,), due_at=milliseconds(until), facts=facts)


async def _second(book: Book, about: About) -> Next:
    people = [
        one
        for role in ("supervisor", "grid_worker")
        for one in await hands(book, role, about.grid, about.concerns, about.hands)
    ] or list(await hands(book, "secretary", about.grid, about.concerns, about.hands))
    card: Card = wording.second_card(about.code, about.line, about.points, about.note)
    answer = wording.seconding(about.code, about.line, about.points)
    return Next(states.SECONDING, answer, cards(people, card), Holder("supervisor"))
