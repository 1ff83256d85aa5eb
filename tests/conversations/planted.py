"""Findings that stand in the book already, so that a test need not play the weeks that led there."""

from datetime import datetime

from domain.code import NewCode
from domain.decision import Unit
from domain.findings import states
from domain.findings.timing import milliseconds
from domain.ledger import Hand, NewEntry, RuleMark
from domain.matters.matter import OpenMatter, Step, concerns_of
from domain.members import FindSubjects
from domain.rules.negative import NegativeItem
from tests.conversations.conftest import Community


async def post(community: Community, *effects: object, at: datetime | None = None) -> None:
    """Straight into the book."""
    await community.app.store.post(Unit(None, effects, at=milliseconds(at or community.clock.now())))


async def planted(
    community: Community, name: str, item: str, found: datetime, *, state: str = states.EFFECTIVE, **facts: object
) -> None:
    """A finding that was told of; an effective one with its entry. Its code is the next L."""
    (subject,) = await community.app.store.answer(FindSubjects(name=name))
    known = community.app.rules.negative_item(item)
    assert isinstance(known, NegativeItem)
    day, points = found.date().isoformat(), abs(known.points)
    told: dict[str, object] = {"item": item, "title": known.title, "version": "v1", "points": points, "on": day}
    told |= {"kind": subject.kind, "person": 0, "role": "grid_worker", "note": "", "photo": ""}
    told |= {"noticed_at": milliseconds(found), "snapshot": "{}", **facts}
    due = facts.get("due_at")
    opened = OpenMatter(
        code=NewCode("L"),
        sort=states.SORT,
        state=state,
        line=f"{name} {known.title}",
        step=Step("registered", role="grid_worker"),
        subject=subject.id,
        grid=subject.grid,
        concerns=concerns_of(subject),
        due_at=due if isinstance(due, int) else None,
        facts=told,
    )
    effects: list[object] = [opened]
    if state in states.POSTED:
        mark, hand = RuleMark(item, "v1", ""), Hand(0, "system", subject.grid)
        source = f"planted:{name}:{item}:{day}"
        effects.append(NewEntry(NewCode("L"), subject.id, "credit", "deduct", -points, source, mark, hand, day))
    await post(community, *effects, at=found)
