"""When a job is due: the one place that asks APScheduler, and only its triggers."""

from datetime import datetime, timedelta
from functools import lru_cache

from apscheduler.triggers.cron import CronTrigger

from domain.calendar import Cron
from domain.period import SHANGHAI

_MOMENT = timedelta(microseconds=1)


class _Times:
    """The due times of one declaration; between two of them nothing has to be computed again."""

    def __init__(self, cron: Cron) -> None:
        self._trigger = CronTrigger(
            hour=cron.hour,
            minute=cron.minute,
            day=cron.day,
            month=cron.month,
            day_of_week=cron.weekday,
            timezone=SHANGHAI,
        )
        self._gap: tuple[datetime, datetime] | None = None

    def after(self, moment: datetime) -> datetime | None:
        """The first due time strictly after a moment."""
        if self._gap is not None and self._gap[0] <= moment < self._gap[1]:
            return self._gap[1]
        found: datetime | None = self._trigger.get_next_fire_time(None, moment + _MOMENT)
        self._gap = None if found is None else (moment, found)
        return found


@lru_cache(maxsize=256)
def _times(cron: Cron) -> _Times:
    return _Times(cron)


def next_after(trigger: Cron, after: datetime) -> datetime | None:
    """The first due time strictly after a moment."""
    return _times(trigger).after(after.astimezone(SHANGHAI))


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
    _times(trigger)
