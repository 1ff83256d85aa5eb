"""When a finding's messages go out: never at the hour of the visit, never in the quiet hours."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from domain.calendar import QuietHours
from domain.period import SHANGHAI
from domain.rules.negative import NegativeItem, NegativePolicy

CHECK_WITHIN = timedelta(days=3)
_BATCHES = (time(9, 10), time(16, 10))
_AT_ONCE = "ebike_fire"


def notice_at(now: datetime, policy: NegativePolicy, quiet: QuietHours, below: Callable[[int], int]) -> datetime:
    """A random minute within the policy's hours, outside the quiet ones."""
    least, most = policy.notice_delay_hours_min * 60, policy.notice_delay_hours_max * 60
    earliest, latest = now + timedelta(minutes=least), now + timedelta(minutes=most)
    moment = now + timedelta(minutes=least + below(most - least + 1))
    if not quiet.holds(moment):
        return moment
    morning = quiet.end(moment)
    if morning <= latest:
        return morning + timedelta(minutes=below(max(1, int((latest - morning).total_seconds() // 60))) % 120)
    evening = datetime.combine(moment.astimezone(SHANGHAI).date(), quiet.since, SHANGHAI)
    evening -= timedelta(days=evening > moment, minutes=1 + below(60))
    return max(earliest, evening) if not quiet.holds(max(earliest, evening)) else morning


def reminder_at(now: datetime, item: NegativeItem) -> datetime:
    """At once for fire and blocked exits, else with the next batch of the day."""
    if item.domain == _AT_ONCE:
        return now
    local = now.astimezone(SHANGHAI)
    today = [datetime.combine(local.date(), at, SHANGHAI) for at in _BATCHES]
    return next((at for at in today if at > local), today[0] + timedelta(days=1))


def window_end(noticed: datetime, policy: NegativePolicy) -> datetime:
    """Until when the subject may object."""
    return noticed + timedelta(days=policy.objection_days)


def milliseconds(moment: datetime) -> int:
    """Epoch milliseconds, as the book keeps time."""
    return int(moment.timestamp() * 1000)


def shown(moment: datetime | int) -> str:
    """A moment as people read it."""
    local = datetime.fromtimestamp(moment / 1000, SHANGHAI) if isinstance(moment, int) else moment.astimezone(SHANGHAI)
    return f"{local.month}月{local.day}日 {local:%H:%M}"
