"""The simulator's steps pass every moment on the way, so that every job runs at its own time."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.app import App, opened
from bot.channels.simulator.channel import SimulatorChannel
from bot.channels.simulator.people import People
from bot.channels.simulator.timeline import Timeline
from bot.clock import SHANGHAI, SetClock
from bot.config import Config, DataSettings
from bot.web.simulator.stage import Stage
from domain.calendar import LastRun, WasRun
from domain.decision import Say, Target, Unit, Urgency
from domain.enrolment import BindRoom, EnrolGrid

START = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(START, still=True)


@pytest.fixture
async def app(tmp_path: Path, clock: SetClock) -> AsyncIterator[App]:
    channel = SimulatorChannel(People(tmp_path), Timeline(tmp_path), "格格", clock.now)
    async with opened(Config(data=DataSettings(str(tmp_path))), clock, {channel.name: channel}) as made:
        yield made


@pytest.fixture
def stage(app: App, clock: SetClock) -> Stage:
    channel = app.channels["simulator"]
    assert isinstance(channel, SimulatorChannel)
    return Stage(app, channel, clock)


async def test_days_pass_with_all_that_is_due_in_them(app: App, stage: Stage) -> None:
    answer = await stage.turn({"step": "days:3"})
    assert answer["now"] == (START + timedelta(days=3)).isoformat()
    for job in ("health", "nightly_check"):
        settled = [await app.store.answer(WasRun(f"{job}|2026-11-{day}|!done")) for day in range(23, 28)]
        assert settled == [False, True, True, True, False]
    due = START.replace(day=26, hour=8, minute=20)
    assert await app.store.answer(LastRun("health", 2**60)) == int(due.timestamp() * 1000)


async def test_a_message_behind_a_held_one_does_not_stop_time(app: App, stage: Stage) -> None:
    later = START + timedelta(minutes=5)
    held = Say(Target("grid", "2"), "先", urgency=Urgency.PUBLIC, not_before=later)
    after = Say(Target("grid", "2"), "后", urgency=Urgency.NOTICE)
    rooms = (EnrolGrid("2", "二网格"), BindRoom("simulator", "2", "grid", "2"))
    await app.store.post(Unit(None, (*rooms, held, after), at=int(START.timestamp() * 1000)))
    answer = await stage.turn({"to": (START + timedelta(hours=1)).isoformat()})
    assert {shown["text"] for shown in answer["sent"]} == {"先", "后"}
