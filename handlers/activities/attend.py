"""The command 活动签到: the code said aloud on arrival, the second one on leaving."""

from dataclasses import replace
from datetime import timedelta

from domain.activities.activity import (
    ActivitiesBetween,
    Activity,
    Attendance,
    AttendancesOf,
    AttendedBy,
    KeepAttendance,
    SignUpsOf,
    TakePlace,
    milliseconds,
)
from domain.activities.hours import EARLY, LATE, SHORTEST, in_open, minutes_between, still_elsewhere
from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision
from domain.members import Subject
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import BOUND
from handlers.activities import wording
from handlers.guardians import guardian_asked

_DAY = timedelta(days=1)


async def attend(request: Request, book: Book) -> Decision:
    """Check in, or close the hours; the points come by themselves afterwards."""
    subject = request.subject
    code = request.answers.get("code") or request.slot("code")
    if not code:
        return Decision(ask=Ask("code", wording.CODE, "text"))
    since, until = milliseconds(request.now - LATE), milliseconds(request.now + EARLY)
    running = [one for one in await book.answer(ActivitiesBetween(since, until)) if one.state == "open"]
    for activity in running:
        if code in {activity.in_code, activity.out_code} and _own(request, activity):
            raise Refusal(wording.own_activity(activity))
        if code == activity.in_code:
            return await _arrived(request, book, activity, subject)
        if code == activity.out_code:
            return await _left(request, book, activity, subject)
    raise Refusal(wording.WRONG_CODE)


def _own(request: Request, activity: Activity) -> bool:
    """True for the organiser, whose hours somebody else records."""
    people = {one.person for one in request.sender.duties}
    subjects = {one.id for one in request.sender.subjects}
    organiser = activity.organiser
    return organiser.person in people if organiser.person else organiser.subject in subjects


async def _arrived(request: Request, book: Book, activity: Activity, subject: Subject) -> Decision:
    if await _attendance(book, activity, subject):
        raise Refusal(wording.here_already(activity))
    if not in_open(activity, request.at):
        raise Refusal(wording.over(activity))
    attended = await book.answer(AttendedBy(subject.id, milliseconds(request.now - _DAY)))
    if other := still_elsewhere(activity.number, request.at, attended):
        raise Refusal(wording.elsewhere(other))
    line = await book.answer(SignUpsOf(activity.number))
    effects: list[object] = [KeepAttendance(Attendance(activity.number, subject.id, request.at))]
    if not any(one.subject == subject.id and one.state == "in" for one in line):
        if ask := guardian_asked(request, subject, f"参加“{activity.plan.title}”"):
            return Decision(ask=ask)
        if activity.plan.seats and sum(one.state == "in" for one in line) >= activity.plan.seats:
            raise Refusal(wording.full(activity))
        effects.append(TakePlace(activity.number, subject.id, "in"))
    return Decision(Answer(wording.arrived(activity)), tuple(effects), (activity.watch,))


async def _left(request: Request, book: Book, activity: Activity, subject: Subject) -> Decision:
    own = await _attendance(book, activity, subject)
    if own is None:
        raise Refusal(wording.never_came(activity))
    if own.state != "here" and (own.state != "done" or own.out_at >= activity.plan.ends_at):
        raise Refusal(wording.gone_already(activity))
    if request.at - own.in_at < SHORTEST // timedelta(milliseconds=1):
        raise Refusal(wording.TOO_SHORT)
    minutes = minutes_between(activity, own.in_at, request.at)
    kept = KeepAttendance(replace(own, out_at=request.at, minutes=minutes, state="done"))
    early = request.at < activity.plan.ends_at
    return Decision(Answer(wording.gone(activity, minutes, early=early)), (kept,), (activity.watch,))


async def _attendance(book: Book, activity: Activity, subject: Subject) -> Attendance | None:
    found = await book.answer(AttendancesOf(activity.number))
    return next((one for one in found if one.subject == subject.id), None)


command = Command(
    intent="attend",
    title="活动签到",
    words=Words(
        phrases=(
            "(我)?(来|要)?签到(码)?[:：]?~{code:pin}",
            "(我)?(来|要)?签到(码)?",
        ),
    ),
    who=BOUND,
    where=Where.HERE,
    writes=True,
    asks_anyway=True,
    handle=attend,
    examples={"签到 8264": {"code": "8264"}},
)
