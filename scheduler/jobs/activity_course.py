"""Every hour of the day: codes for organisers, broadcasts that begin soon, hours and points of what has ended."""

from collections.abc import Sequence
from datetime import timedelta

from domain.activities.activity import (
    ActivitiesBetween,
    Activity,
    Attendance,
    AttendancesOf,
    MoveActivity,
    SignUpsOf,
    milliseconds,
)
from domain.activities.course import (
    AHEAD,
    Codes,
    Standing,
    codes_due,
    counts,
    credit,
    forgotten,
    item_for,
    starting_soon,
)
from domain.activities.hours import out_until, repaired_until
from domain.activities.lecturing import SENT, STEP, sent_points, unit_of
from domain.activities.witness import LAPSED, SORT, about
from domain.activities.wording import unanswered
from domain.awarding import cap_days
from domain.calendar import Cron, Due, Job, Post
from domain.decision import Say, Urgency, Watch
from domain.matters.matter import MoveMatter, OpenMatters, Step
from domain.members import FindSubjects, OnDuty, SubjectAt
from domain.partners import PartnersOf
from domain.period import civil
from domain.query import Book
from domain.standing import EntriesOf, StandingOf

_LOOK_BACK = timedelta(days=14)
_LOOK_AHEAD = AHEAD + timedelta(minutes=20)


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    since, until = milliseconds(due.at - _LOOK_BACK), milliseconds(due.at + _LOOK_AHEAD)
    found = await book.answer(ActivitiesBetween(since, until))
    posts = [await _post(due, book, one) for one in found if one.state == "open"]
    return [post for post in posts if post]


async def _post(due: Due, book: Book, activity: Activity) -> Post | None:
    now = milliseconds(due.at)
    state, done, effects, watches = activity.state, list(activity.done), list[object](), [activity.watch]
    if now < out_until(activity):
        codes_of = Codes(
            code=activity.number,
            plan=activity.plan,
            organiser=activity.organiser,
            in_code=activity.in_code,
            out_code=activity.out_code,
            done=activity.done,
        )
        codes = codes_due(codes_of, now)
        line = await book.answer(SignUpsOf(activity.number))
        soon = starting_soon(activity, now, tuple(one.subject for one in line if one.state == "in"))
        effects += [*codes.values(), *soon]
        done += [*codes, *(("soon",) if soon else ())]
    else:
        paid, held = await _credited(due, book, activity)
        effects += paid
        watches += held
        effects += await _forgotten(due, book, activity)
        sent, at_version = await _sent(due, book, activity)
        effects += sent
        watches += at_version
        done += [] if "ended" in done else ["ended"]
        done += [STEP] if sent else []
        over, at_versions = await _unanswered(book, activity) if now >= repaired_until(activity) else ((), ())
        effects += over
        watches += at_versions
        state = "credited" if now >= repaired_until(activity) else "open"
    if tuple(done) == activity.done and state == activity.state and not effects:
        return None
    moved = MoveActivity(activity.number, state, tuple(done))
    return Post(f"activity:{activity.number}", (moved, *effects), tuple(watches))


async def _credited(due: Due, book: Book, activity: Activity) -> tuple[list[object], list[Watch]]:
    effects, watches = list[object](), list[Watch]()
    for slot, attendance in enumerate(await book.answer(AttendancesOf(activity.number))):
        subject = await book.answer(SubjectAt(attendance.subject))
        if subject is None or not counts(attendance, item_for(due.rules, activity, subject)):
            continue
        item = item_for(due.rules, activity, subject)
        days = cap_days(item, civil(activity.plan.stretch.start)) if item else None
        asked = EntriesOf(subject.id, days.since.isoformat(), days.until.isoformat()) if days else None
        standing = Standing(subject, await book.answer(asked) if asked else ())
        effects += credit(due.rules, activity, attendance, standing, slot)
        watches.append((await book.answer(StandingOf(subject.id))).watch)
    return effects, watches


async def _sent(due: Due, book: Book, activity: Activity) -> tuple[Sequence[object], Sequence[Watch]]:
    """The points of the unit that sent the lecturer, once somebody came to listen."""
    item = due.rules.item(SENT)
    if item is None or STEP in activity.done or not await book.answer(AttendancesOf(activity.number)):
        return (), ()
    staff = (*await book.answer(OnDuty("partner")), *await book.answer(OnDuty("property")))
    name = unit_of(activity.plan.lecturer, await book.answer(PartnersOf()), staff)
    found = [one for one in await book.answer(FindSubjects(name)) if one.kind == "public_unit"] if name else []
    if len(found) != 1:
        return (), ()
    days = cap_days(item, civil(activity.plan.stretch.start))
    entries = await book.answer(EntriesOf(found[0].id, days.since.isoformat(), days.until.isoformat()))
    effects = sent_points(due.rules, activity, Standing(found[0], entries))
    return effects, ((await book.answer(StandingOf(found[0].id))).watch,) if effects else ()


async def _forgotten(due: Due, book: Book, activity: Activity) -> Sequence[object]:
    if "ended" in activity.done:
        return ()
    names = {one.subject: one.name for one in await book.answer(SignUpsOf(activity.number))}
    still = [one for one in await book.answer(AttendancesOf(activity.number)) if one.state == "here"]
    return forgotten(activity, {one.subject: names.get(one.subject, "") for one in still if _open(due, activity, one)})


async def _unanswered(book: Book, activity: Activity) -> tuple[Sequence[object], Sequence[Watch]]:
    """Witnesses who never said anything: their questions end, and the organiser hears of it."""
    found = [one for one in await book.answer(OpenMatters(sort=SORT)) if about(one, activity.number)]
    moved = [MoveMatter(one, LAPSED, Step(LAPSED), closes=True, facts={"asked": ""}) for one in found]
    told = [Say(activity.organiser.target, unanswered(one), urgency=Urgency.NOTICE) for one in found]
    return (*moved, *told), [one.watch for one in found]


def _open(due: Due, activity: Activity, attendance: Attendance) -> bool:
    return not counts(attendance, due.rules.item(activity.plan.item))


job = Job(
    "activity_course",
    Cron(hour="6-23", minute=0),
    "hour",
    timedelta(hours=12),
    _plan,
    coalesce=True,
    title="活动签到码、时长入账",
)
