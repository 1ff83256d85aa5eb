"""Calendar to outbox: every due period of every job once in every chat, caught up where it was missed."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from domain.calendar import (
    PUBLISHING,
    Due,
    Job,
    LastRun,
    MissedRuns,
    PausedJobs,
    Post,
    QuietHours,
    WasRun,
    held,
    period_key,
    run_key,
)
from domain.decision import Claim, Say, Unit
from domain.period import SHANGHAI
from domain.query import Posting
from domain.refusal import AlreadyDone, Moved
from domain.rules.rulebook import Rulebook
from scheduler.triggers import due_between, next_after

log = logging.getLogger(__name__)

LARGEST_JUMP = timedelta(days=1)
_TRIES = 3
_DONE, _MISSED, _SKIPPED, _START = "!done", "!missed", "!skipped", "!start"


class Runner:
    """Runs the jobs of a shelf; what is settled stands in the book, so any number of runners may try.

    Where the clock moves by more than ``largest_jump`` between two looks, the calendar stands still until the
    clock is back or ``resume`` is called; None is for a clock that is set on purpose.
    """

    def __init__(
        self,
        book: Posting,
        jobs: Sequence[Job],
        now: Callable[[], datetime],
        rules: Callable[[], Rulebook],
        *,
        largest_jump: timedelta | None = LARGEST_JUMP,
    ) -> None:
        self._book = book
        self._jobs = tuple(jobs)
        self._now = now
        self._rules = rules
        self._largest_jump = largest_jump
        self._turn = asyncio.Lock()
        self._seen: datetime | None = None
        self._settled: dict[str, datetime] = {}
        self._paused = False
        self._quiet = False

    @property
    def paused(self) -> bool:
        """True while the calendar stands still because the clock jumped."""
        return self._paused

    def resume(self) -> None:
        """Somebody looked at the clock and says that it is right."""
        self._seen = None
        self._paused = False

    async def run_missed(self, job: str, period: str) -> None:
        """A person decides that a missed period is posted after all; LookupError where none such waits."""
        async with self._turn:
            found, at = await self._missed(job, period)
            await self._post_all(found, Due(at, period, self._rules()), self._now())
            await self._mark(found, period, _DONE, at)

    async def skip(self, job: str, period: str) -> None:
        """A person decides that a missed period is left out; LookupError where none such waits."""
        async with self._turn:
            found, at = await self._missed(job, period)
            await self._mark(found, period, _SKIPPED, at)

    async def _missed(self, job: str, period: str) -> tuple[Job, datetime]:
        waiting = dict(await self._book.answer(MissedRuns()))
        found = next((one for one in self._jobs if one.name == job), None)
        at = waiting.get(f"{job}|{period}")
        if found is None or at is None:
            raise LookupError(f"{job} {period}")
        return found, datetime.fromtimestamp(at / 1000, UTC).astimezone(SHANGHAI)

    def next_due(self, after: datetime) -> datetime | None:
        """When the next job is due, strictly after a moment."""
        dues = [due for job in self._jobs if (due := next_after(job.times(self._rules()), after)) is not None]
        return min(dues, default=None)

    async def run(self, poll_seconds: float = 30.0) -> None:
        """Look at the calendar for ever."""
        while True:
            await self.tick()
            await asyncio.sleep(poll_seconds)

    async def tick(self) -> None:
        """Run all that is due and not settled, in the order of its due times."""
        async with self._turn:
            now = self._now()
            if not self._trusts(now):
                return
            stopped = await self._stopped()
            self._quiet = PUBLISHING in stopped
            active = [(index, job) for index, job in enumerate(self._jobs) if job.name not in stopped]
            due = [(at, index) for index, job in active for at in await self._due(job, now)]
            failed: set[int] = set()
            for at, index in sorted(due):
                # A period that fails is tried again at the next look; the same job's later ones wait for it.
                if index not in failed and not await self._settle(self._jobs[index], at, now):
                    failed.add(index)

    async def _stopped(self) -> frozenset[str]:
        """Jobs that somebody paused; all of them while the book cannot say."""
        try:
            return await self._book.answer(PausedJobs())
        except Exception as broken:  # noqa: BLE001 - the calendar outlives a database that is away
            log.error("jobs_unknown %s", type(broken).__name__)  # noqa: TRY400 - traces may hold content
            return frozenset(job.name for job in self._jobs)

    def _trusts(self, now: datetime) -> bool:
        if self._seen is not None and self._largest_jump is not None and abs(now - self._seen) > self._largest_jump:
            if not self._paused:
                log.error("calendar_paused")
            self._paused = True
            return False
        if self._seen is None or now < self._seen:
            self._settled.clear()
        self._paused = False
        self._seen = now
        return True

    async def _due(self, job: Job, now: datetime) -> list[datetime]:
        try:
            if job.name not in self._settled:
                self._settled[job.name] = await self._last(job, now)
        except Exception as broken:  # noqa: BLE001 - the calendar outlives a database that is away
            log.error("job_unknown %s %s", job.name, type(broken).__name__)  # noqa: TRY400 - traces may hold content
            return []
        due = due_between(job.times(self._rules()), self._settled[job.name], now)
        return due[-1:] if job.coalesce else due

    async def _last(self, job: Job, now: datetime) -> datetime:
        """Until when a job is settled; one that the book never saw begins now, or as early as it says it owes."""
        last = await self._book.answer(LastRun(job.name, _ms(now)))
        if last is not None:
            return datetime.fromtimestamp(last / 1000, UTC).astimezone(SHANGHAI)
        begin = now - job.window if job.owed_at_start else now
        await self._mark(job, begin.isoformat(), _START, begin)
        return begin

    async def _settle(self, job: Job, at: datetime, now: datetime) -> bool:
        period = period_key(job.period, at)
        try:
            if not await self._is_settled(job, period):
                if now - at > job.window:
                    log.warning("job_missed %s %s", job.name, period)
                    await self._mark(job, period, _MISSED, at)
                else:
                    if not await self._post_all(job, Due(at, period, self._rules()), now, quietly=self._quiet):
                        return False
                    await self._mark(job, period, _DONE, at)
        except Exception as broken:  # noqa: BLE001 - one bad job may not stop the others
            log.error("job_failed %s %s", job.name, type(broken).__name__)  # noqa: TRY400 - traces may hold content
            return False
        self._settled[job.name] = at
        return True

    async def _is_settled(self, job: Job, period: str) -> bool:
        answers = [await self._book.answer(WasRun(run_key(job.name, period, mark))) for mark in (_DONE, _MISSED)]
        return any(answers)

    async def _post_all(self, job: Job, due: Due, now: datetime, *, quietly: bool = False) -> bool:
        """False where something for the groups is left, because publishing is paused."""
        whole = True
        for tries_left in reversed(range(_TRIES)):
            try:
                for post in await job.plan(due, self._book):
                    if quietly and post.is_public:
                        whole = False
                    else:
                        await self._post(job, due, post, now)
            except Moved:
                if not tries_left:
                    raise
            else:
                break
        return whole

    async def _post(self, job: Job, due: Due, post: Post, now: datetime) -> None:
        quiet = QuietHours(*due.rules.tips.policy.quiet_hours)
        effects = tuple(_held(effect, due.at, now, quiet) for effect in post.effects)
        await self._once(Unit(_claim(job, due.period, post.chat), effects, post.watches, _ms(now)))

    async def _mark(self, job: Job, period: str, mark: str, at: datetime) -> None:
        """Settle a period in the book, under its due time, so that the next start goes on from there."""
        await self._once(Unit(_claim(job, period, mark), (), at=_ms(at)))

    async def _once(self, unit: Unit) -> None:
        try:
            await self._book.post(unit)
        except AlreadyDone:
            log.debug("job_already_done")


def _claim(job: Job, period: str, chat: str) -> Claim:
    return Claim("job", run_key(job.name, period, chat))


def _held(effect: Any, at: datetime, now: datetime, quiet: QuietHours) -> Any:  # noqa: ANN401 - effects are of any kind
    return held(effect, at, now, quiet) if isinstance(effect, Say) else effect


def _ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
