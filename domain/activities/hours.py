"""How long somebody was there, what it earns, and what cannot be true."""

from collections.abc import Iterable
from datetime import timedelta

from domain.activities.activity import Activity, Attendance, milliseconds, moment
from domain.rules.catalogue import Item
from domain.rules.rulebook import Rulebook
from domain.teams.team import Team

GENERAL, LECTURE, TRADERS = "R07", "R04", "M01"
"""Volunteering in general; lectures for residents; lectures for those who trade."""
HOURLY = "小时"
EARLY = timedelta(minutes=30)
"""How long before the start people may check in."""
LATE = timedelta(minutes=30)
"""How long after the end the second code counts; then the hours are credited."""
REPAIR = timedelta(hours=24)
"""How long after the end a forgotten check-out can be put right."""
SHORTEST = timedelta(minutes=15)
"""Less than this between the two codes is no service."""
_EVERYWHERE = frozenset("文明和谐社区小志愿服务队组员活动公益的与")
"""Signs that stand in the themes and titles of all sorts of teams."""
WAY = timedelta(minutes=5)
"""Nobody gets from one activity to the next in less."""


def minutes_between(activity: Activity, in_at: int, out_at: int) -> int:
    """Whole minutes within the planned time."""
    since, until = max(in_at, activity.plan.starts_at), min(out_at, activity.plan.ends_at)
    return max(0, (until - since) // 60_000)


def planned_minutes(activity: Activity) -> int:
    """The minutes of the plan, which nobody can go beyond."""
    return (activity.plan.ends_at - activity.plan.starts_at) // 60_000


def points_of(item: Item, minutes: int) -> int:
    """An hourly item counts whole hours; every other one counts once."""
    return item.points * (minutes // 60 if item.unit == HOURLY else 1)


def needs_out(item: Item | None) -> bool:
    """True where the second code closes the hours; what counts once needs only the first."""
    return item is not None and item.unit == HOURLY


def item_of(rules: Rulebook, title: str, team: Team | None, *, lecture: bool) -> Item | None:
    """What an activity earns: the item its title names, else its team's where it is of the team's kind."""
    if lecture:
        return rules.item(LECTURE)
    # Who patrols on other days and sweeps stairs today has not patrolled.
    own = team.items if team and _alike(title, team.theme or team.name) else ()
    said = [rules.find_items("resident", one).exact for one in own]
    fitting = [one for one in said if one and _by_sign_in(one)]
    named = [one for one in rules.positive_items("resident") if _by_sign_in(one) and _named(one, title)]
    return next(iter((*named, *fitting)), rules.item(GENERAL))


def _alike(title: str, theme: str) -> bool:
    """Whether a title has a sign of the theme that not every team's has: 夜间巡查 is a kind of 平安巡逻."""
    return not _EVERYWHERE.issuperset(set(theme) & set(title))


def _by_sign_in(item: Item) -> bool:
    return item.verifier == "volunteer_center" and item.evidence == ("sign_in",) and item.code != LECTURE


def _named(item: Item, title: str) -> bool:
    return any(name in title for name in item.names)


def still_elsewhere(number: int, at: int, attended: Iterable[tuple[Attendance, Activity]]) -> Activity | None:
    """Another activity that somebody is at, or left too shortly before, to be here now."""
    for attendance, activity in attended:
        if activity.number == number or activity.state == "cancelled":
            continue
        here = attendance.state == "here" and at < activity.plan.ends_at
        left = 0 <= at - attendance.out_at < WAY // timedelta(milliseconds=1) if attendance.out_at else False
        if here or left:
            return activity
    return None


def in_open(activity: Activity, at: int) -> bool:
    """True while the first code counts."""
    return activity.plan.starts_at - EARLY // timedelta(milliseconds=1) <= at < activity.plan.ends_at


def out_until(activity: Activity) -> int:
    """Until when the second code counts."""
    return milliseconds(moment(activity.plan.ends_at) + LATE)


def repaired_until(activity: Activity) -> int:
    """Until when the organiser may put a forgotten check-out right."""
    return milliseconds(moment(activity.plan.ends_at) + REPAIR)
