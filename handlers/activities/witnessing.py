"""Asks a team-mate whether somebody stayed to the end; without that word forgotten hours stay open."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from domain.activities.activity import Activity, Attendance
from domain.activities.hours import repaired_until
from domain.activities.witness import ASKED, SORT, about, forgetful
from domain.code import NewCode
from domain.decision import Say, Target, Urgency
from domain.matters.matter import OpenMatter, OpenMatters, Step
from domain.members import Duty, Subject
from domain.query import Book
from domain.request import Request
from handlers.activities import witness_wording as wording
from handlers.bringing import brought, reachable

_NEAR = timedelta(minutes=15)
Forgot = Sequence[tuple[Subject, Attendance]]


async def asked_already(book: Book, activity: Activity) -> frozenset[int]:
    """Whom somebody is being asked about."""
    found = [one for one in await book.answer(OpenMatters(sort=SORT)) if about(one, activity.number)]
    return frozenset(number for one in found for number in forgetful(one))


def fits(activity: Activity, witness: Subject, there: Mapping[int, Attendance], subject: Subject) -> bool:
    """True where the witness stayed to the end, is of another household, and does not organise it."""
    seen, home = there.get(witness.id), subject.household or subject.address
    if seen is None or activity.organiser.subject == witness.id:
        return False
    # Who left before saw nothing of the end; the code is read out some minutes before it.
    if seen.state == "here" or seen.out_at < activity.plan.ends_at - _NEAR // timedelta(milliseconds=1):
        return False
    return home not in {witness.household, witness.address}


async def can_be_asked(book: Book, witness: Subject) -> bool:
    """True where the witness reads what is sent there."""
    return await reachable(book, Target("subject", str(witness.id)))


async def asking(
    request: Request, book: Book, about_it: tuple[Activity, Duty], witness: Subject, forgot: Forgot
) -> tuple[object, ...]:
    """The question, which waits until the list is settled."""
    (activity, duty), code = about_it, NewCode("P")
    names = [one.name for one, _ in forgot]
    opened = OpenMatter(
        code=code,
        sort=SORT,
        state=ASKED,
        line=wording.line(activity, names),
        step=Step("asked", duty.person, duty.role),
        grid=activity.plan.grid,
        due_at=repaired_until(activity),
        facts={
            "activity": activity.number,
            "asked": f"subject:{witness.id}",
            "witness": witness.id,
            "forgot": [one.id for one, _ in forgot],
        },
    )
    card = wording.did_they_stay(code, activity, names)
    told = await brought(request, book, Target("subject", str(witness.id)), card, code)
    # The list is settled within a day, so the question does not wait behind other notices.
    return (opened, *(replace(one, urgency=Urgency.ANSWER) if isinstance(one, Say) else one for one in told))
