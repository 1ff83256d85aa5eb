"""What becomes of an activity as time goes on: codes for the organiser, reminders, hours and points."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from domain.activities import wording
from domain.activities.activity import Activity, Attendance, KeepAttendance, Organiser, Plan, moment
from domain.activities.hours import TRADERS, needs_out, points_of
from domain.awarding import Award, cap_left
from domain.code import NewCode
from domain.decision import Say, Target, Urgency
from domain.ledger import Entry, Hand
from domain.members import Subject
from domain.period import civil
from domain.rules.catalogue import Item
from domain.rules.rulebook import Rulebook

AHEAD = timedelta(minutes=70)
"""How far the calendar looks ahead: a little more than the hour until its next look."""
_BEFORE = timedelta(minutes=10)
_SOON = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Codes:
    """What an activity's organiser is to read out."""

    code: object
    """The number, or the token that stands for it."""
    plan: Plan
    organiser: Organiser
    in_code: str
    out_code: str
    done: tuple[str, ...] = ()


def codes_due(about: Codes, now: int) -> dict[str, Say]:
    """The codes that have to be on their way before the next look, by the name of the step."""
    plan, until = about.plan, moment(now) + AHEAD
    steps = {"in": (plan.starts_at, wording.in_code(about.code, plan, about.in_code))}
    if plan.kind == "activity":
        steps["out"] = (plan.ends_at, wording.out_code(about.code, plan, about.out_code))
    return {
        step: _code(about.organiser, words, at)
        for step, (at, words) in steps.items()
        if step not in about.done and moment(at) - _BEFORE <= until
    }


def _code(organiser: Organiser, words: str, at: int) -> Say:
    # Neither quiet hours nor the count of a day's notices may hold a code back: people stand there and wait.
    expires = moment(at) + timedelta(hours=12)
    not_before = moment(at) - _BEFORE
    return Say(organiser.target, words, urgency=Urgency.SAFETY, not_before=not_before, expires_at=expires)


def starting_soon(activity: Activity, now: int, seated: tuple[int, ...]) -> tuple[Say, ...]:
    """The reminder of a broadcast, to those who signed up and once to the group."""
    plan = activity.plan
    start = moment(plan.starts_at)
    if plan.kind != "live" or "soon" in activity.done or not moment(now) < start <= moment(now) + AHEAD + _SOON:
        return ()
    words = wording.soon(activity)
    told = [Say(Target("subject", str(one)), words, urgency=Urgency.NOTICE) for one in seated]
    told.append(Say(Target("grid", plan.grid), words, urgency=Urgency.PUBLIC))
    return tuple(replace(one, not_before=start - _SOON, expires_at=start) for one in told)


def item_for(rules: Rulebook, activity: Activity, subject: Subject) -> Item | None:
    """What this kind of subject earns by it, or None."""
    item = rules.item(activity.plan.item)
    if item and subject.kind not in item.subjects and activity.plan.kind != "activity":
        item = rules.item(TRADERS)
    return item if item and subject.kind in item.subjects else None


def counts(attendance: Attendance, item: Item | None) -> bool:
    """True for what may be credited: both codes, or the first one where an item counts once."""
    return attendance.state == "done" or (attendance.state == "here" and not needs_out(item))


@dataclass(frozen=True, slots=True)
class Standing:
    """Whom something is credited to, and what the cap's period holds already."""

    subject: Subject
    entries: tuple[Entry, ...]


def credit(
    rules: Rulebook, activity: Activity, attendance: Attendance, standing: Standing, slot: int
) -> tuple[object, ...]:
    """Hours and points of one person; ``slot`` tells the new codes of one decision apart."""
    item = item_for(rules, activity, standing.subject)
    kept = KeepAttendance(replace(attendance, state="credited"))
    target, minutes = Target("subject", str(standing.subject.id)), attendance.minutes
    points = min(points_of(item, minutes), cap_left(item, standing.entries)) if item else 0
    if item is None or points <= 0:
        return kept, Say(target, wording.unpaid(activity, minutes), urgency=Urgency.NOTICE)
    code, organiser = NewCode("L", slot), activity.organiser
    award = Award(
        subject=standing.subject.id,
        item=item,
        points=points,
        source=f"activity:{activity.number}:{attendance.how}",
        hand=Hand(organiser.person, organiser.role or "system", activity.plan.grid),
        on=civil(moment(activity.plan.starts_at)),
        version=rules.version,
        note=activity.plan.title,
        code=code,
    )
    words = wording.credited(code, activity, item.title, points, minutes)
    return kept, *award.entries(), Say(target, words, urgency=Urgency.NOTICE)


def forgotten(activity: Activity, open_ones: Mapping[int, str]) -> tuple[Say, ...]:
    """Whoever never gave the second code is told, and the organiser of all of them; names by subject."""
    if not open_ones:
        return ()
    words = wording.forgot(activity)
    told = [Say(Target("subject", str(one)), words, urgency=Urgency.NOTICE) for one in open_ones]
    listed = wording.forgot_list(activity, tuple(open_ones.values()))
    return (*told, Say(activity.organiser.target, listed, urgency=Urgency.NOTICE))
