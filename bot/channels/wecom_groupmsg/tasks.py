"""The tasks that wait for a group's owner, kept through restarts: which, since when, and how often reminded."""

import json
import logging
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from bot.channels.kept import Kept
from domain.period import SHANGHAI

_log = logging.getLogger(__name__)
FOLLOWED: Final = timedelta(days=14)
"""For how long a task is asked after; the book lets it go after the same time."""
_TOLD: Final = timedelta(days=2)
"""For how long the end of a task is told again at a start, where the book may have missed it."""
_PAUSE: Final = timedelta(hours=3)
_DAY: Final = timedelta(hours=24)
_MOST: Final = 3
"""The platform takes three reminders in twenty-four hours."""
_FROM, _UNTIL = time(7, 30), time(21, 30)


@dataclass(frozen=True, slots=True)
class Task:
    """One post to one group; without a number it may exist or not, and only its day counts."""

    number: str
    room: str
    owner: str
    made: str
    reminded: tuple[str, ...] = ()
    posted: bool | None = None
    """Whether it stands in the group; None as long as the owner has not confirmed."""

    @property
    def made_at(self) -> datetime:
        """When it was made."""
        return datetime.fromisoformat(self.made)

    def wants_reminder(self, now: datetime) -> bool:
        """Three hours after the last word, by day, and never a fourth time within a day and night."""
        said = [datetime.fromisoformat(one) for one in self.reminded]
        often = sum(1 for at in said if now - at < _DAY) >= _MOST
        by_day = _FROM <= now.astimezone(SHANGHAI).time() < _UNTIL
        return by_day and not often and now - max([self.made_at, *said]) >= _PAUSE


class Tasks:
    """All of them; every change is written down before anything else happens."""

    def __init__(self, file: Path) -> None:
        self._kept = Kept(file)
        self._tasks = list(_read(self._kept.read()))

    def open(self) -> tuple[Task, ...]:
        """Those that wait."""
        return tuple(task for task in self._tasks if task.number and task.posted is None)

    def ended(self) -> tuple[Task, ...]:
        """Those whose end is known."""
        return tuple(task for task in self._tasks if task.posted is not None)

    def had(self, room: str, day: date) -> bool:
        """Whether a group's one task of a day was made."""
        return any(task.room == room and task.made_at.astimezone(SHANGHAI).date() == day for task in self._tasks)

    def add(self, task: Task) -> None:
        """One more; what is long over goes."""
        now = task.made_at
        self._tasks = [one for one in self._tasks if now - one.made_at < FOLLOWED + _TOLD]
        self._tasks.append(task)
        self._keep()

    def reminded(self, task: Task, now: datetime) -> None:
        """Its owner is about to be reminded."""
        self._put(task, replace(task, reminded=(*task.reminded, now.isoformat())))

    def ends(self, task: Task, *, posted: bool) -> None:
        """It stands in the group, or never will."""
        self._put(task, replace(task, posted=posted))

    def _put(self, old: Task, new: Task) -> None:
        self._tasks = [new if one.number == old.number else one for one in self._tasks]
        self._keep()

    def _keep(self) -> None:
        self._kept.keep(json.dumps([asdict(task) for task in self._tasks], ensure_ascii=False))


def _read(words: str) -> Iterator[Task]:
    try:
        found: list[dict[str, Any]] = json.loads(words) if words else []
        yield from [Task(**{**one, "reminded": tuple(one["reminded"])}) for one in found]
    except (ValueError, TypeError, KeyError):
        _log.error("the file of tasks cannot be read; the owners' confirmations have to be marked by hand")
