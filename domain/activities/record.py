"""A volunteer's record of a period: what 志愿证明 says and its document draws."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.activities.activity import Activity, Attendance
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


def record_of(name: str, volunteer: Volunteer, days: Span, attended: Iterable[tuple[Attendance, Activity]]) -> Record:
    """The record of what was credited."""
    credited = [one for one, activity in attended if one.state == "credited" and activity.state != "cancelled"]
    return Record(
        name=name,
        number=volunteer.number,
        teams=volunteer.teams,
        days=days,
        times=len(credited),
        by_code=sum(one.minutes for one in credited if one.how == "code"),
        by_hand=sum(one.minutes for one in credited if one.how == "hand"),
    )
