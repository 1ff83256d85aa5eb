"""Many messages at once: a poisoned one, hours without the channel, two processes on one book."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from domain.channel import ChannelDown
from domain.outbox import Dead, TrafficNow
from storage.database import Database, open_database, sqlite_url
from storage.migrations import migrate
from storage.store import Store
from tests.conftest import COMMUNITY, NOTE_KEY
from tests.scheduler.stage import FakeChannel, FakeClock, Stage, private, staged


@pytest.fixture
async def stage(tmp_path: Path) -> object:
    database = open_database(sqlite_url(tmp_path / "book.db"))
    await migrate(database)
    store = Store(database, COMMUNITY, NOTE_KEY)
    yield staged(store, FakeClock())
    await store.close()
    await database.close()


async def test_one_poisoned_in_a_thousand(stage: Stage) -> None:
    stage.channel.fails = lambda said: ValueError("poison") if said.text == "500" else None
    await stage.post(*(private(str(n), f"p{n % 50}") for n in range(1_000)))
    await stage.drain_until(hours=1)
    assert sorted(map(int, stage.channel.texts)) == [n for n in range(1_000) if n != 500]
    assert [owed.text for owed in await stage.store.answer(Dead())] == ["500"]
    for person in range(50):
        heard = [int(said.text) for said in stage.channel.sent if said.conversation == f"p{person}"]
        assert heard == sorted(heard)


@pytest.mark.parametrize("honest", [True, False])
async def test_six_hours_without_the_channel(stage: Stage, *, honest: bool) -> None:
    """Whether the channel says that it is away or only fails, all goes out afterwards, in order, once."""
    stage.channel.state = "offline" if honest else "online"
    stage.channel.fails = lambda _: ChannelDown("away")
    count = 5_000 if honest else 500
    for part in range(10):
        await stage.post(*(private(str(n), f"p{n % 100}") for n in range(part * count // 10, (part + 1) * count // 10)))
        for _ in range(12):
            await stage.delivery.drain()
            stage.clock.go(minutes=3)
    assert stage.channel.texts == []
    assert list(stage.delivery.outages) == ["fake"]
    stage.channel.state, stage.channel.fails = "online", lambda _: None
    stage.clock.go(minutes=1)
    await stage.delivery.drain()
    for person in range(100):
        heard = [int(said.text) for said in stage.channel.sent if said.conversation == f"p{person}"]
        assert heard == list(range(person, count, 100))
    assert (await stage.store.answer(TrafficNow())).waiting == 0


async def test_two_processes_never_both_send(store: Store, database: Database) -> None:
    clock = FakeClock()
    channel = FakeChannel(clock)
    other = Store(database, COMMUNITY, NOTE_KEY)
    pair = [staged(store, clock, channel), staged(other, clock, channel)]
    await pair[0].post(*(private(f"{n}", f"p{n % 40}") for n in range(200)))
    for _ in range(6):
        await asyncio.gather(*(one.delivery.drain() for one in pair))
    await other.close()
    assert Counter(channel.texts) == Counter(str(n) for n in range(200))
    for person in range(40):
        heard = [int(said.text) for said in channel.sent if said.conversation == f"p{person}"]
        assert heard == sorted(heard)
