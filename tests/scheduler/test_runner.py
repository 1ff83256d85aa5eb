"""The calendar on a real database and a fake clock: once per period, caught up, never repeated."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import text

from bot.rules.loader import load_rules
from domain.calendar import Cron, Due, Job, MissedRuns, PauseJob, Post
from domain.decision import Say, Target, Unit, Urgency
from domain.period import SHANGHAI
from domain.query import Book
from scheduler.jobs.nightly_check import job as nightly_check
from scheduler.runner import Runner
from storage.database import Database
from storage.store import Store
from tests.conftest import COMMUNITY, NOTE_KEY

RULES = load_rules(None)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
START = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)
GRIDS = ("1", "2")


class FakeClock:
    def __init__(self) -> None:
        self.moment = START

    def now(self) -> datetime:
        return self.moment


async def plan(due: Due, _book: Book) -> Sequence[Post]:
    return [Post(grid, (Say(Target("grid", grid), due.period, urgency=Urgency.PUBLIC),)) for grid in GRIDS]


DAILY = Job("daily_post", Cron(hour=9, minute=0), "day", 12 * HOUR, plan, coalesce=True)
MONTHLY = Job("monthly_post", Cron(day=1, hour=9, minute=0), "month", 7 * DAY, plan)


def runner(store: Store, clock: FakeClock, *jobs: Job, jump: timedelta | None = None) -> Runner:
    return Runner(store, jobs or (DAILY,), clock.now, lambda: RULES, largest_jump=jump)


async def said(database: Database) -> list[tuple[str, str]]:
    async with database.reader.connect() as connection:
        rows = await connection.execute(text("SELECT target, payload FROM outbox ORDER BY id"))
        return [(row[0], row[1].split('"')[3]) for row in rows]


def both(*periods: str) -> list[tuple[str, str]]:
    return [(f"grid:{grid}", period) for period in periods for grid in GRIDS]


async def test_nothing_older_than_the_first_start_is_due(store: Store, database: Database) -> None:
    clock = FakeClock()
    await runner(store, clock).tick()
    assert await said(database) == []
    clock.moment += DAY
    await runner(store, clock).tick()
    assert await said(database) == both("2026-11-24")


async def test_what_is_owed_at_the_start_comes_once_for_the_running_period(store: Store, database: Database) -> None:
    owing = replace(DAILY, owed_at_start=True)
    clock = FakeClock()
    await runner(store, clock, owing).tick()
    await runner(store, clock, owing).tick()
    assert await said(database) == both("2026-11-23")


async def test_once_a_period_through_restarts_and_two_runners(store: Store, database: Database) -> None:
    other = Store(database, COMMUNITY, NOTE_KEY)
    clock = FakeClock()
    pair = [runner(store, clock), runner(other, clock)]
    for step in range(24 * 4):
        await asyncio.gather(*(one.tick() for one in pair))
        if step % 5 == 0:
            pair[step % 2] = runner((store, other)[step % 2], clock)
        clock.moment += HOUR
    await other.close()
    assert sorted(await said(database)) == sorted(both("2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"))


async def test_a_crash_between_two_chats_leaves_the_other_to_be_caught_up(store: Store, database: Database) -> None:
    clock = FakeClock()

    async def crashing(due: Due, book: Book) -> Sequence[Post]:
        first, _ = await plan(due, book)
        return [first, Post("2", (object(),))]

    broken = Job("daily_post", DAILY.when, "day", DAILY.window, crashing)
    await runner(store, clock).tick()
    clock.moment += DAY
    await runner(store, clock, broken).tick()
    assert await said(database) == both("2026-11-24")[:1]
    await runner(store, clock).tick()
    assert await said(database) == both("2026-11-24")


@pytest.mark.parametrize("window", [12 * HOUR, 10 * DAY])
async def test_several_missed_daily_posts_become_the_latest(
    store: Store, database: Database, window: timedelta
) -> None:
    clock = FakeClock()
    job = replace(DAILY, window=window)
    await runner(store, clock, job).tick()
    clock.moment += 5 * DAY
    await runner(store, clock, job).tick()
    assert await said(database) == both("2026-11-28")
    assert await store.answer(MissedRuns()) == ()


@pytest.mark.parametrize(("late", "missed"), [(12 * HOUR, False), (12 * HOUR + timedelta(seconds=1), True)])
async def test_the_window_decides_what_a_person_decides(
    store: Store, database: Database, late: timedelta, *, missed: bool
) -> None:
    clock = FakeClock()
    await runner(store, clock).tick()
    clock.moment = START.replace(day=24, hour=9) + late
    await runner(store, clock).tick()
    assert await said(database) == ([] if missed else both("2026-11-24"))
    found = await store.answer(MissedRuns())
    assert [key for key, _ in found] == (["daily_post|2026-11-24"] if missed else [])


async def test_a_person_decides_about_what_was_missed(store: Store, database: Database) -> None:
    clock = FakeClock()
    one = runner(store, clock, MONTHLY)
    await one.tick()
    clock.moment = datetime(2027, 2, 20, 12, tzinfo=SHANGHAI)
    await one.tick()
    assert len(await store.answer(MissedRuns())) == 3
    await one.run_missed("monthly_post", "2027-01")
    await one.skip("monthly_post", "2026-12")
    for decided in ("2027-01", "2026-12", "2026-11"):
        with pytest.raises(LookupError):
            await one.run_missed("monthly_post", decided)
    assert [key for key, _ in await store.answer(MissedRuns())] == ["monthly_post|2027-02"]
    await runner(store, clock, MONTHLY).tick()
    assert await said(database) == both("2027-01")


async def test_months_are_missed_one_by_one(store: Store, database: Database) -> None:
    clock = FakeClock()
    await runner(store, clock, MONTHLY).tick()
    clock.moment = datetime(2027, 2, 3, 8, tzinfo=SHANGHAI)
    await runner(store, clock, MONTHLY).tick()
    await runner(store, clock, MONTHLY).tick()
    assert await said(database) == both("2027-02")
    assert [key for key, _ in await store.answer(MissedRuns())] == ["monthly_post|2026-12", "monthly_post|2027-01"]


async def test_a_backward_jump_repeats_nothing_and_loses_nothing(store: Store, database: Database) -> None:
    clock = FakeClock()
    one = runner(store, clock)
    for moved in (0 * HOUR, 24 * HOUR, -3 * HOUR, 2 * HOUR, -2 * HOUR, 4 * HOUR, 20 * HOUR, 12 * HOUR):
        clock.moment += moved
        await one.tick()
    assert await said(database) == both("2026-11-24", "2026-11-25")


async def test_a_jump_of_more_than_a_day_pauses_until_the_clock_is_back(store: Store, database: Database) -> None:
    clock = FakeClock()
    one = runner(store, clock, jump=DAY)
    await one.tick()
    clock.moment += 3650 * DAY
    await one.tick()
    paused = [one.paused]
    assert await said(database) == []
    clock.moment = START + HOUR
    await one.tick()
    assert [*paused, one.paused] == [True, False]
    clock.moment += DAY
    await one.tick()
    assert await said(database) == both("2026-11-24")


async def test_somebody_may_say_that_the_clock_is_right(store: Store, database: Database) -> None:
    clock = FakeClock()
    one = runner(store, clock, jump=DAY)
    await one.tick()
    clock.moment += 3 * DAY
    await one.tick()
    one.resume()
    await one.tick()
    assert await said(database) == both("2026-11-26")


@pytest.mark.parametrize("restarted", [True, False])
async def test_a_clock_once_far_ahead_does_not_silence_the_calendar(
    store: Store, database: Database, *, restarted: bool
) -> None:
    clock = FakeClock()
    clock.moment += 3650 * DAY
    one = runner(store, clock)
    await one.tick()
    clock.moment = START
    one = runner(store, clock) if restarted else one
    await one.tick()
    clock.moment += DAY
    await one.tick()
    assert await said(database) == both("2026-11-24")


async def test_a_bad_job_stops_no_other(store: Store, database: Database, caplog: pytest.LogCaptureFixture) -> None:
    async def bad(_due: Due, _book: Book) -> Sequence[Post]:
        raise RuntimeError("张三 60 号")

    clock = FakeClock()
    jobs = (Job("bad", DAILY.when, "day", 12 * HOUR, bad), DAILY)
    await runner(store, clock, *jobs).tick()
    clock.moment += DAY
    await runner(store, clock, *jobs).tick()
    assert await said(database) == both("2026-11-24")
    assert "job_failed bad RuntimeError" in caplog.text
    assert "张三" not in caplog.text


async def test_who_passes_every_moment_runs_every_job_at_its_own_time(store: Store) -> None:
    clock = FakeClock()
    seen: list[datetime] = []

    async def note(due: Due, _book: Book) -> Sequence[Post]:
        seen.append(due.at)
        assert due.at == clock.moment
        return ()

    jobs = [Job(f"job_{hour}", Cron(hour=hour, minute=5), "day", HOUR, note) for hour in (3, 9, 17)]
    one = runner(store, clock, *jobs)
    await one.tick()
    while (due := one.next_due(clock.moment)) is not None and due <= START + 7 * DAY:
        clock.moment = due
        await one.tick()
    assert len(seen) == 21
    assert all(earlier < later for earlier, later in pairwise(seen))


@pytest.mark.parametrize("broken", [False, True])
async def test_the_nightly_check_says_only_that_the_book_is_broken(
    store: Store, database: Database, caplog: pytest.LogCaptureFixture, *, broken: bool
) -> None:
    if broken:
        async with database.writer.begin() as connection:
            await connection.execute(
                text(
                    "INSERT INTO balance (community, subject, account, points, entries) VALUES (:c, 1, 'credit', 9, 1)"
                ),
                {"c": COMMUNITY},
            )
    clock = FakeClock()
    one = runner(store, clock, nightly_check)
    await one.tick()
    clock.moment += DAY
    with caplog.at_level(logging.CRITICAL):
        await one.tick()
    alarms = [record.getMessage() for record in caplog.records if record.levelno == logging.CRITICAL]
    assert alarms == (["book_broken"] if broken else [])


async def test_a_paused_job_is_silent_and_catches_up(store: Store, database: Database) -> None:
    """Paused before nine, resumed at eleven: the day's post follows; what was longer ago waits for a person."""
    clock = FakeClock()
    one = runner(store, clock)
    await one.tick()
    await store.post(Unit(None, (PauseJob("daily_post", paused=True),), at=1))
    clock.moment += DAY
    await one.tick()
    assert await said(database) == []
    await store.post(Unit(None, (PauseJob("daily_post", paused=False),), at=2))
    clock.moment += HOUR
    await one.tick()
    assert await said(database) == both("2026-11-24")
