"""A volunteer's record of a period: what 志愿证明 says and its document draws."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.activities.activity import Activity, Attendance, How, moment
from domain.documents import ServiceLine
from domain.period import Span
from domain.teams.team import Volunteer


@dataclass(frozen=True, slots=True)
class Record:
    """Times and minutes; those that two codes prove are kept apart from those an organiser entered."""

    name: str
    number: int
    """The volunteer's number, 0 where never registered."""
    teams: tuple[str, ...]
    days: Span
    times: int
    by_code: int
    by_hand: int
    lines_by_code: tuple[ServiceLine, ...] = ()
    lines_by_hand: tuple[ServiceLine, ...] = ()


def record_of(name: str, volunteer: Volunteer, days: Span, attended: Iterable[tuple[Attendance, Activity]]) -> Record:
    """The record of what was credited."""
    found = [pair for pair in attended if pair[0].state == "credited" and pair[1].state != "cancelled"]
    credited = [one for one, _ in found]
    return Record(
        name=name,
        number=volunteer.number,
        teams=volunteer.teams,
        days=days,
        times=len(credited),
        by_code=sum(one.minutes for one in credited if one.how == "code"),
        by_hand=sum(one.minutes for one in credited if one.how == "hand"),
        lines_by_code=_lines(found, "code"),
        lines_by_hand=_lines(found, "hand"),
    )


def _lines(found: Iterable[tuple[Attendance, Activity]], how: How) -> tuple[ServiceLine, ...]:
    """One line for each piece of service that was proved so."""
    return tuple(
        ServiceLine(moment(activity.plan.starts_at).date().isoformat(), activity.plan.title, one.minutes)
        for one, activity in found
        if one.how == how
    )
