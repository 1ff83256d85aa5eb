"""Years of the calendar with stops, downtimes and clocks that jump: every period once in every chat.

``python -m tests.scheduler.years --years 20 --stops 200`` runs it at length; ``--database`` takes any URL.
"""

import argparse
import asyncio
import random
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot.rules.loader import load_rules
from domain.calendar import Due, Job, Post, period_key
from domain.decision import Posted, Say, Target, Unit, Urgency
from domain.period import SHANGHAI
from domain.query import Book, Query
from scheduler.discovery import discover_jobs
from scheduler.runner import LARGEST_JUMP, Runner
from scheduler.triggers import due_between, next_after
from storage.database import Database, open_database, sqlite_url
from storage.migrations import migrate
from storage.store import Store

START = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)
CHATS = ("1", "2", "3")
COMMUNITY = "years"
_COARSE = {"week", "month", "quarter", "year"}
_ONE_A_DAY = "digest"


class Stopped(Exception):  # noqa: N818 - the process is gone, nothing went wrong
    """The process ends at this very moment."""


async def _plan(due: Due, _book: Book) -> Sequence[Post]:
    return [Post(chat, (Say(Target("grid", chat), due.period, urgency=Urgency.PUBLIC),)) for chat in CHATS]


def _naming(job: Job) -> Job:
    async def plan(due: Due, book: Book) -> Sequence[Post]:
        return await _plan(replace(due, period=f"{job.name}|{due.period}"), book)

    return replace(job, plan=plan)


def calendar() -> tuple[Job, ...]:
    """The shelf's jobs of a week and longer, and one of every day; each posts its period to every chat."""
    return tuple(_naming(job) for job in discover_jobs() if job.period in _COARSE or job.name == _ONE_A_DAY)


@dataclass
class Mortal:
    """A book whose process may end before or after any commit; ``life`` is how many are left, None is for ever."""

    store: Store
    life: int | None = None
    before: bool = True

    async def answer(self, query: Query[Any]) -> Any:
        return await self.store.answer(query)

    async def post(self, unit: Unit) -> Posted:
        ends = self.life == 0
        if self.life is not None:
            self.life -= 1
        if ends and self.before:
            raise Stopped
        posted = await self.store.post(unit)
        if ends:
            raise Stopped
        return posted


@dataclass
class Years:
    """One long run; several books stand for several processes on one database."""

    books: Sequence[Mortal]
    dice: random.Random
    jobs: Sequence[Job] = field(default_factory=calendar)
    now: datetime = START
    furthest: datetime = START
    certain: set[str] = field(default_factory=set)
    """The periods that had to be posted, since somebody looked in time."""

    def __post_init__(self) -> None:
        self.rules = load_rules(None)
        self.runners = [self._runner(book) for book in self.books]

    def _runner(self, book: Mortal) -> Runner:
        return Runner(book, self.jobs, lambda: self.now, lambda: self.rules, largest_jump=LARGEST_JUMP)

    async def live(self, until: datetime, stops: int) -> None:
        """Pass every due moment until the end, with so many things going wrong on the way."""
        wrong = sorted(START + (until - START) * self.dice.random() for _ in range(stops))
        await self.look()
        while self.now < until:
            if wrong and wrong[0] <= self.now:
                wrong.pop(0)
                await self.dice.choice((self.stop, self.sleep, self.go_back, self.leap))()
            dues = [due for job in self.jobs if (due := next_after(job.times(self.rules), self.now)) is not None]
            self.now = max(self.now, min(dues))
            await self.look()

    async def look(self) -> None:
        """Every process looks at the calendar at once."""
        await asyncio.gather(*(runner.tick() for runner in self.runners))
        if self.now < self.furthest:
            return  # What was too late already stays so when the clock goes back.
        self.furthest = self.now
        for job in self.jobs:
            late = due_between(job.times(self.rules), max(START, self.now - job.window), self.now)
            self.certain.update(f"{job.name}|{period_key(job.period, due)}" for due in late[-1:])

    async def stop(self) -> None:
        """A process ends amid the next posts, and another one starts after a while."""
        number = self.dice.randrange(len(self.books))
        book = self.books[number]
        book.life, book.before = self.dice.randrange(6), self.dice.random() < 0.5
        dues = [due for job in self.jobs if (due := next_after(job.times(self.rules), self.now)) is not None]
        self.now = min(dues)
        await asyncio.gather(*(runner.tick() for runner in self.runners))
        book.life = None
        self.runners[number] = self._runner(book)
        self.now += timedelta(minutes=self.dice.randrange(120))
        await self.look()

    async def sleep(self) -> None:
        """Nobody runs for up to three weeks."""
        self.now += timedelta(hours=self.dice.randrange(1, 500))
        self.runners = [self._runner(book) for book in self.books]
        await self.look()

    async def go_back(self) -> None:
        """The clock goes back by hours."""
        self.now = max(START, self.now - timedelta(hours=self.dice.randrange(1, 24)))
        await self.look()

    async def leap(self) -> None:
        """The clock jumps by days and comes back, or somebody says that it is right."""
        here, days = self.now, timedelta(days=self.dice.randrange(2, 40))
        self.now += days
        await asyncio.gather(*(runner.tick() for runner in self.runners))
        if self.dice.random() < 0.5:
            self.now = here
        else:
            for runner in self.runners:
                runner.resume()
        await self.look()


async def unlike_once(database: Database, years: Years) -> list[str]:
    """What was posted twice, what was promised and not posted, and what was neither posted nor missed."""
    async with database.reader.connect() as connection:
        rows = await connection.execute(text("SELECT target, payload FROM outbox"))
        posted = Counter((row[0], row[1].split('"')[3]) for row in rows)
        keys = await connection.execute(text("SELECT key FROM job_run"))
        marks = {str(row[0]) for row in keys}
    found = [f"{key} {count} times" for key, count in posted.items() if count != 1]
    for period in sorted(years.certain):
        found += [f"{period} not in {chat}" for chat in CHATS if not posted[f"grid:{chat}", period]]
    for job in years.jobs:
        for due in [] if job.coalesce else due_between(job.times(years.rules), START, years.now):
            period = f"{job.name}|{period_key(job.period, due)}"
            if not {f"{period}|!done", f"{period}|!missed"} & marks:
                found.append(f"{period} forgotten")
    return found


async def passed(urls: Sequence[str], years: int, stops: int, seed: int) -> tuple[list[str], int]:
    """What was wrong after so many years, and how many periods were sure; each URL is one process."""
    databases = [open_database(url, hurried=True) for url in urls]
    await migrate(databases[0])
    stores = [Store(database, COMMUNITY, b"a key for notes") for database in databases]
    run = Years([Mortal(store) for store in stores], random.Random(seed))
    await run.live(START.replace(year=START.year + years), stops)
    wrong = await unlike_once(databases[0], run)
    for store, database in zip(stores, databases, strict=True):
        await store.close()
        await database.close()
    return wrong, len(run.certain)


def main() -> int:
    """Run it at length."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, default=20)
    parser.add_argument("--stops", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--database", default="", help="an empty database; SQLite in a temporary folder without it")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = said.database or sqlite_url(Path(folder) / "years.db")
        wrong, certain = asyncio.run(passed([url] * said.processes, said.years, said.stops, said.seed))
    print(f"{certain} periods, {len(wrong)} wrong", *wrong[:20], sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
