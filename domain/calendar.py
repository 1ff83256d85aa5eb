"""When the bot speaks unasked: what a periodic job declares, its periods, quiet hours and the groups' offsets."""

import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import Any, Literal

from domain.decision import Say, Urgency, Watch
from domain.period import SHANGHAI
from domain.query import Book, Query
from domain.rules.rulebook import Rulebook

PeriodKind = Literal["hour", "day", "half_day", "week", "month", "quarter", "year"]
_DAYS_OF = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SHORTEST_OFFSET, _OFFSETS = 3, 7
PUBLISHING = "publishing"
"""Stands among the paused jobs for all that goes to residents' groups unasked, queued or yet to come."""


@dataclass(frozen=True, slots=True)
class Cron:
    """Civil times in Shanghai at which a job is due, in the words of a crontab; a month's end is ``day="last"``."""

    hour: int | str
    minute: int
    day: int | str = "*"
    month: int | str = "*"
    weekday: str = "*"

    def __post_init__(self) -> None:
        months = (self.month,) if isinstance(self.month, int) else range(1, 13)
        if str(self.day).isdigit() and int(self.day) > min(_DAYS_OF[month - 1] for month in months):
            raise ValueError(f"day {self.day} is missing in some months; the end of a month is 'last'")


@dataclass(frozen=True, slots=True)
class Due:
    """One period of one job that is due, and the rules in force."""

    at: datetime
    period: str
    rules: Rulebook


@dataclass(frozen=True, slots=True)
class Post:
    """What one chat or person gets of one period; posted whole and once."""

    chat: str
    effects: tuple[Any, ...]
    watches: tuple[Watch, ...] = ()

    def __post_init__(self) -> None:
        if not self.chat or self.chat.startswith("!"):
            raise ValueError(f"{self.chat!r} cannot name a chat: it would read as a mark of the calendar")

    @property
    def is_public(self) -> bool:
        """True where a residents' group would read something of it that can wait."""
        return any(isinstance(one, Say) and one.is_publication for one in self.effects)


Plan = Callable[[Due, Book], Awaitable[Sequence[Post]]]


@dataclass(frozen=True, slots=True)
class Job:
    """One periodic job: a file in ``scheduler/jobs`` holds exactly one, named ``job``, under the file's name."""

    name: str
    when: Cron | Callable[[Rulebook], Cron]
    """Fixed, or by a date that stands in the community's rules."""
    period: PeriodKind
    window: timedelta
    """How late it may still run by itself; later, a person decides."""
    plan: Plan
    coalesce: bool = False
    """True where several missed periods become the latest one."""
    owed_at_start: bool = False
    """True where the very first start owes the period that runs already, as far as its window reaches."""
    title: str = field(default="", kw_only=True)
    """What people call it, in Chinese, at the desk and on the command line."""

    def __post_init__(self) -> None:
        if not self.name.isidentifier():
            raise ValueError(f"{self.name!r} cannot name a job")
        if self.window <= timedelta():
            raise ValueError(f"{self.name}: a window must be longer than nothing")

    def times(self, rules: Rulebook) -> Cron:
        """When it is due by these rules."""
        return self.when if isinstance(self.when, Cron) else self.when(rules)


def period_key(kind: PeriodKind, due: datetime) -> str:
    """The name of the period that a due time belongs to."""
    local = due.astimezone(SHANGHAI)
    iso = local.isocalendar()
    names: dict[PeriodKind, str] = {
        "hour": f"{local:%Y-%m-%dT%H}",
        "day": f"{local:%Y-%m-%d}",
        "half_day": f"{local:%Y-%m-%d}{'am' if local.hour < 12 else 'pm'}",
        "week": f"{iso.year}-W{iso.week:02}",
        "month": f"{local:%Y-%m}",
        "quarter": f"{local.year}Q{(local.month + 2) // 3}",
        "year": f"{local.year}",
    }
    return names[kind]


def run_key(job: str, period: str, chat: str) -> str:
    """The key under which a period of a job happens once in a chat."""
    return f"{job}|{period}|{chat}"


def offset(chat: str) -> timedelta:
    """How long after the due time a group hears of it: 3 to 9 minutes, always the same for one group."""
    digest = hashlib.sha256(chat.encode()).digest()
    return timedelta(minutes=_SHORTEST_OFFSET + int.from_bytes(digest[:8]) % _OFFSETS)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The civil hours in which nothing is posted unasked; they may go across midnight."""

    since: time
    until: time

    def holds(self, moment: datetime) -> bool:
        """True where a moment lies within."""
        at = moment.astimezone(SHANGHAI).time()
        if self.since <= self.until:
            return self.since <= at < self.until
        return at >= self.since or at < self.until

    def end(self, moment: datetime) -> datetime:
        """The end of the quiet hours that hold a moment, or the moment itself outside of them."""
        if not self.holds(moment):
            return moment
        local = moment.astimezone(SHANGHAI)
        day = local.date() + timedelta(days=local.time() >= self.until)
        return datetime.combine(day, self.until, SHANGHAI)


def held(say: Say, due: datetime, now: datetime, quiet: QuietHours) -> Say:
    """The same message with the moment before which it may not leave; safety notices leave at once."""
    if say.urgency is Urgency.SAFETY:
        return say
    later = offset(say.to.id or str(say.to))
    wished = say.not_before or (due + later if say.to.is_group else due)
    moment = max(wished, now)
    if quiet.holds(moment):
        moment = quiet.end(moment) + later
    # What a job says answers nobody, so it may not pass as an answer that quiet hours never hold back.
    return replace(say, not_before=moment, urgency=max(say.urgency, Urgency.NOTICE))


@dataclass(frozen=True, slots=True)
class LastRun(Query["int | None"]):
    """The latest due time of a job, in epoch ms, that is settled in the book and not after ``until``."""

    job: str
    until: int


@dataclass(frozen=True, slots=True)
class WasRun(Query[bool]):
    """Whether a key of ``run_key`` is claimed."""

    key: str


@dataclass(frozen=True, slots=True)
class MissedRuns(Query[tuple[tuple[str, int], ...]]):
    """Job and period, and the due time in epoch ms, of what was missed for too long; a person decides on it."""


@dataclass(frozen=True, slots=True)
class PauseJob:
    """Somebody stops a job, or lets it go on; what it missed meanwhile is caught up within its window.

    ``PUBLISHING`` as the job holds back whatever any of them would post to residents' groups.
    """

    job: str
    paused: bool


@dataclass(frozen=True, slots=True)
class PausedJobs(Query[frozenset[str]]):
    """The names of the jobs that somebody stopped."""
