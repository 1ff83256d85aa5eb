"""The organiser's list of who was there: hours entered by hand, and forgotten check-outs with a witness."""

from dataclasses import dataclass, field

from domain.activities.activity import (
    Activity,
    Attendance,
    AttendancesOf,
    AttendedBy,
    KeepAttendance,
    SignUp,
    SignUpsOf,
    TakePlace,
    milliseconds,
)
from domain.activities.hours import EARLY, needs_out, planned_minutes, repaired_until
from domain.activities.times import LONGEST
from domain.decision import Answer, Ask, Decision
from domain.matters.matter import concerns_of
from domain.matters.standing_by import concerned
from domain.members import Duty, FindSubjects, Subject, SubjectAt
from domain.query import Book
from domain.refusal import Refusal
from domain.register.address import find_address
from domain.request import Request
from handlers.activities import listing_wording, wording
from handlers.activities.organising import led_teams
from handlers.activities.witnessing import asked_already, asking, can_be_asked, fits

MOST = 60
"""Names of one list."""


@dataclass(slots=True)
class _List:
    """What becomes of the names of one list."""

    effects: list[object] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    problems: dict[str, list[str]] = field(default_factory=dict)
    forgot: list[tuple[Subject, Attendance]] = field(default_factory=list)

    def problem(self, kind: str, name: str) -> None:
        """Somebody whom the list could not take."""
        self.problems.setdefault(kind, []).append(name)


async def organises(request: Request, book: Book, activity: Activity) -> Duty:
    """The duty in which the sender may list; a captain's or another resident's is of no staff number."""
    organiser = activity.organiser
    for duty in request.sender.duties:
        worker = duty.role in {"grid_worker", "secretary"} and duty.serves(activity.plan.grid)
        if worker or (organiser.person and duty.person == organiser.person):
            return duty
    own = {one.id for one in request.sender.subjects}
    leads = activity.plan.team in {one.name for one in await led_teams(request, book)}
    if organiser.subject in own or (activity.plan.team and leads):
        return Duty(0, "", "resident")
    raise Refusal(wording.NOT_THE_ORGANISER)


async def listed(request: Request, book: Book, activity: Activity, duty: Duty) -> Decision:
    """Record who was there, as far as it can be true."""
    if request.at < activity.plan.starts_at - EARLY.total_seconds() * 1000:
        raise Refusal(wording.not_begun(activity))
    if request.at >= repaired_until(activity):
        raise Refusal(wording.too_late(activity))
    names = list(dict.fromkeys(request.slot("subjects")))[:MOST]
    line = await book.answer(SignUpsOf(activity.number))
    there = {one.subject: one for one in await book.answer(AttendancesOf(activity.number))}
    made = _List()
    for name in names:
        subject = await _meant(book, activity, line, name)
        if subject is None:
            made.problem("unknown", name)
        else:
            await _one(request, book, (activity, duty), made, (subject, there.get(subject.id)))
    if made.forgot:
        witness = request.answers.get("witness")
        if not witness:
            return Decision(ask=Ask("witness", listing_wording.who_saw([one.name for one, _ in made.forgot]), "text"))
        await _repaired(request, book, (activity, duty, str(witness)), made, line)
    told = listing_wording.Listed(made.noted, made.asked, made.problems)
    answer = listing_wording.noted(activity, told, in_group=request.message.scene == "group")
    return Decision(Answer(answer), tuple(made.effects), (activity.watch,) if made.effects else ())


async def _meant(book: Book, activity: Activity, line: tuple[SignUp, ...], name: str) -> Subject | None:
    """The one person of this name: among those who signed up, else in the grid; an address tells two apart."""
    place = find_address(name)
    if place:
        bare = (name[: place.start] + name[place.end :]).strip()
        found = await book.answer(FindSubjects(bare, str(place.address)))
    else:
        signed = [one.subject for one in line if one.name == name]
        if len(signed) == 1:
            return await book.answer(SubjectAt(signed[0]))
        found = await book.answer(FindSubjects(name, grid=activity.plan.grid)) or await book.answer(FindSubjects(name))
    people = [one for one in found if one.kind == "resident"]
    return people[0] if len(people) == 1 else None


async def _one(
    request: Request,
    book: Book,
    standing: tuple[Activity, Duty],
    made: _List,
    who: tuple[Subject, Attendance | None],
) -> None:
    activity, duty = standing
    subject, own = who
    own_people = {one.id for one in request.sender.subjects}
    if subject.id in own_people or concerned(request.sender, duty, concerns_of(subject)):
        made.problem("own", subject.name)
    elif own and own.state == "here" and _must_close(request, activity):
        made.forgot.append((subject, own))
    elif own:
        made.problem("there", subject.name)
    elif await _was_elsewhere(book, activity, subject):
        made.problem("elsewhere", subject.name)
    else:
        plan = activity.plan
        attendance = Attendance(
            activity=activity.number,
            subject=subject.id,
            in_at=plan.starts_at,
            out_at=plan.ends_at,
            how="hand",
            minutes=planned_minutes(activity),
            state="done",
        )
        made.effects += [KeepAttendance(attendance), TakePlace(activity.number, subject.id, "in", keeps_turn=True)]
        made.noted.append(subject.name)


def _must_close(request: Request, activity: Activity) -> bool:
    """True where hours are still open after the end."""
    return request.at >= activity.plan.ends_at and needs_out(request.rules.item(activity.plan.item))


async def _was_elsewhere(book: Book, activity: Activity, subject: Subject) -> bool:
    stretch = activity.plan.stretch
    since, until = milliseconds(stretch.start - LONGEST), milliseconds(stretch.end)
    return any(
        other.number != activity.number and other.state != "cancelled" and other.plan.stretch.meets(stretch)
        for _, other in await book.answer(AttendedBy(subject.id, since, until))
    )


async def _repaired(
    request: Request, book: Book, about: tuple[Activity, Duty, str], made: _List, line: tuple[SignUp, ...]
) -> None:
    """Ask somebody who was there to the end, of another household, about those who forgot the second code."""
    activity, duty, name = about
    there = {one.subject: one for one in await book.answer(AttendancesOf(activity.number))}
    witness = await _meant(book, activity, line, name)
    asked = await asked_already(book, activity)
    wanted: list[tuple[Subject, Attendance]] = []
    for subject, own in made.forgot:
        if subject.id in asked:
            made.problem("asked", subject.name)
        elif witness is None or not fits(activity, witness, there, subject):
            made.problem("unseen", subject.name)
        elif not await can_be_asked(book, witness):
            made.problem("mute", subject.name)
        else:
            wanted.append((subject, own))
    if witness and wanted:
        made.effects += await asking(request, book, (activity, duty), witness, wanted)
        made.asked += [one.name for one, _ in wanted]
