"""Activities, places and attendances as handlers, jobs and pages ask for them."""

from typing import Any

from sqlalchemy import String, bindparam, cast, func, select

from domain.activities.activity import (
    ActivitiesBetween,
    Activity,
    ActivityAt,
    Attendance,
    AttendancesOf,
    AttendedBy,
    Organiser,
    PlacesOf,
    Plan,
    SignUp,
    SignUpsOf,
    StationOf,
    TeamMinutes,
    activity_key,
)
from storage.reading import Reader
from storage.tables.activities import activity, attendance, signup
from storage.tables.members import subject
from storage.tables.work import version

_PLAN = ("kind", "title", "item", "grid", "starts_at", "ends_at", "place", "seats", "lecturer", "team", "station")
_REST = ("person", "subject", "role", "in_code", "out_code", "state", "done")
_COLUMNS = (activity.c.id, *(activity.c[name] for name in (*_PLAN, *_REST)), func.coalesce(version.c.version, 0))
_WIDTH = len(_COLUMNS)
_ITS_VERSION = (version.c.community == activity.c.community) & (
    version.c.key == activity_key(0).removesuffix("0") + cast(activity.c.id, String)
)
_MINE = activity.c.community == bindparam("community")
_SOURCE = activity.outerjoin(version, _ITS_VERSION)
_ACTIVITIES = select(*_COLUMNS).select_from(_SOURCE)
_ONE = _ACTIVITIES.where(_MINE, activity.c.id == bindparam("number"))
_BETWEEN = _ACTIVITIES.where(
    _MINE,
    activity.c.ends_at > bindparam("since"),
    activity.c.starts_at < bindparam("until"),
    (bindparam("grid", type_=String) == "") | (activity.c.grid == bindparam("grid")),
).order_by(activity.c.starts_at, activity.c.id)
_SIGNUPS = (
    select(signup.c.subject, subject.c.name, subject.c.household, signup.c.state)
    .join(subject, (subject.c.community == signup.c.community) & (subject.c.id == signup.c.subject))
    .where(signup.c.community == bindparam("community"), signup.c.activity == bindparam("number"))
    .order_by(signup.c.turn)
)
_PLACES = (
    select(*_COLUMNS, signup.c.state)
    .select_from(
        _SOURCE.join(signup, (signup.c.community == activity.c.community) & (signup.c.activity == activity.c.id))
    )
    .where(_MINE, signup.c.subject == bindparam("of"), activity.c.ends_at > bindparam("since"))
    .where(signup.c.state != "left", activity.c.state != "cancelled")
    .order_by(activity.c.starts_at, activity.c.id)
)
_ATTENDANCE = tuple(
    attendance.c[name] for name in ("activity", "subject", "in_at", "out_at", "how", "minutes", "state", "witness")
)
_ATTENDED = (
    select(*_ATTENDANCE)
    .where(attendance.c.community == bindparam("community"), attendance.c.activity == bindparam("number"))
    .order_by(attendance.c.in_at, attendance.c.subject)
)
_HERS = (attendance.c.community == activity.c.community) & (attendance.c.activity == activity.c.id)
_BY = (
    select(*_COLUMNS, *_ATTENDANCE)
    .select_from(_SOURCE.join(attendance, _HERS))
    .where(_MINE, attendance.c.subject == bindparam("of"))
    .where(activity.c.starts_at >= bindparam("since"), activity.c.starts_at < bindparam("until"))
    .order_by(activity.c.starts_at, activity.c.id)
)
_TEAM_MINUTES = (
    select(activity.c.team, func.count(func.distinct(attendance.c.subject)), func.sum(attendance.c.minutes))
    .select_from(activity.join(attendance, _HERS))
    .where(_MINE, attendance.c.state == "credited", attendance.c.minutes > 0)
    .where(activity.c.starts_at >= bindparam("since"), activity.c.starts_at < bindparam("until"))
    .group_by(activity.c.team)
    .order_by(activity.c.team)
)
_STATION = (
    select(subject.c.station, func.count())
    .where(subject.c.community == bindparam("community"), subject.c.grid == bindparam("grid"), subject.c.station != "")
    .group_by(subject.c.station)
    .order_by(func.count().desc(), subject.c.station)
    .limit(1)
)


def _activity(row: Any) -> Activity:  # noqa: ANN401 - a row of _COLUMNS
    number, *rest, moved = row[:_WIDTH]
    person, of_subject, role, in_code, out_code, state, done = rest[len(_PLAN) :]
    return Activity(
        number=number,
        plan=Plan(**dict(zip(_PLAN, rest, strict=False))),
        organiser=Organiser(person, of_subject, role),
        in_code=in_code,
        out_code=out_code,
        state=state,
        done=tuple(done.split()),
        version=moved,
    )


async def activity_at(reader: Reader, query: ActivityAt) -> Activity | None:
    """One activity."""
    row = await reader.first(_ONE, number=query.number)
    return _activity(row) if row else None


async def activities_between(reader: Reader, query: ActivitiesBetween) -> tuple[Activity, ...]:
    """The activities of a time."""
    rows = await reader.all(_BETWEEN, since=query.since, until=query.until, grid=query.grid)
    return tuple(_activity(row) for row in rows)


async def sign_ups_of(reader: Reader, query: SignUpsOf) -> tuple[SignUp, ...]:
    """The line of an activity."""
    return tuple(SignUp(*row) for row in await reader.all(_SIGNUPS, number=query.activity))


async def places_of(reader: Reader, query: PlacesOf) -> tuple[tuple[Activity, str], ...]:
    """Where a subject has a place."""
    rows = await reader.all(_PLACES, of=query.subject, since=query.since)
    return tuple((_activity(row), row[_WIDTH]) for row in rows)


async def attendances_of(reader: Reader, query: AttendancesOf) -> tuple[Attendance, ...]:
    """Who was there."""
    return tuple(Attendance(*row) for row in await reader.all(_ATTENDED, number=query.activity))


async def attended_by(reader: Reader, query: AttendedBy) -> tuple[tuple[Attendance, Activity], ...]:
    """Where a subject was."""
    rows = await reader.all(_BY, of=query.subject, since=query.since, until=query.until)
    return tuple((Attendance(*row[_WIDTH:]), _activity(row)) for row in rows)


async def team_minutes(reader: Reader, query: TeamMinutes) -> tuple[tuple[str, int, int], ...]:
    """What teams did."""
    rows = await reader.all(_TEAM_MINUTES, since=query.since, until=query.until)
    return tuple((row[0], int(row[1]), int(row[2])) for row in rows)


async def station_of(reader: Reader, query: StationOf) -> str:
    """The station that most of a grid's households belong to."""
    row = await reader.first(_STATION, grid=query.grid)
    return row[0] if row else ""


ANSWERS = {
    ActivityAt: activity_at,
    ActivitiesBetween: activities_between,
    SignUpsOf: sign_ups_of,
    PlacesOf: places_of,
    AttendancesOf: attendances_of,
    AttendedBy: attended_by,
    TeamMinutes: team_minutes,
    StationOf: station_of,
}
