"""When a job is due: the one place that asks APScheduler, and only its triggers."""

from datetime import datetime, timedelta
from functools import lru_cache

from apscheduler.triggers.cron import CronTrigger

from domain.calendar import Cron
from domain.period import SHANGHAI

_MOMENT = timedelta(microseconds=1)


@lru_cache(maxsize=256)
def _trigger(cron: Cron) -> CronTrigger:
    return CronTrigger(
        hour=cron.hour,
        minute=cron.minute,
        day=cron.day,
        month=cron.month,
        day_of_week=cron.weekday,
        timezone=SHANGHAI,
    )


def next_after(trigger: Cron, after: datetime) -> datetime | None:
    """The first due time strictly after a moment."""
    found: datetime | None = _trigger(trigger).get_next_fire_time(None, after.astimezone(SHANGHAI) + _MOMENT)
    return found


def due_between(trigger: Cron, after: datetime, until: datetime) -> list[datetime]:
    """The due times after one moment and up to another, that one included."""
    found: list[datetime] = []
    moment = next_after(trigger, after)
    while moment is not None and moment <= until:
        found.append(moment)
        moment = next_after(trigger, moment)
    return found


def check(trigger: Cron) -> None:
    """Raise ValueError where a declaration is no time of any calendar."""
    _trigger(trigger)
