"""Conversations do not wait for each other, and keep their own order."""

import asyncio
from datetime import UTC, datetime

from bot.channels.wechaty.failures import PuppetFailed
from bot.channels.wechaty.order import Order, Recent
from bot.channels.wechaty.payloads import Received


class Stage:
    """Messages named ``room/number``; a message's gate holds its handing over back."""

    def __init__(self) -> None:
        self.gates: dict[str, asyncio.Event] = {}
        self.broken: set[str] = set()
        self.handed: list[str] = []
        self.most_at_once = 0
        self._at_once = 0
        self.order = Order(self._load, self._hand_over)

    async def _load(self, message_id: str) -> Received:
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        await asyncio.sleep(0 if message_id.endswith("1") else 0.001)
        self._at_once -= 1
        if message_id in self.broken:
            raise PuppetFailed("UNKNOWN", "no such message")
        return Received(message_id, 7, "", "a", message_id.partition("/")[0], datetime(2026, 1, 1, tzinfo=UTC), ())

    async def _hand_over(self, got: Received) -> None:
        gate = self.gates.get(got.id)
        if gate:
            await gate.wait()
        if got.id.endswith("bad"):
            raise ValueError(got.id)
        self.handed.append(got.id)


async def play(stage: Stage, *ids: str) -> asyncio.Task[None]:
    task = asyncio.create_task(stage.order.run())
    for one in ids:
        stage.order.add(one)
    await asyncio.sleep(0.1)
    return task


async def end(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait({task})


async def test_a_slow_conversation_holds_up_only_itself() -> None:
    stage = Stage()
    stage.gates["x/1"] = asyncio.Event()
    task = await play(stage, "x/1", "y/1", "x/2", "y/2", "y/3")
    assert stage.handed == ["y/1", "y/2", "y/3"]
    stage.gates["x/1"].set()
    await asyncio.sleep(0.05)
    assert stage.handed[3:] == ["x/1", "x/2"]
    await end(task)


async def test_loading_goes_side_by_side_within_a_limit_and_keeps_the_order() -> None:
    stage = Stage()
    ids = [f"x/{n}" for n in range(100)]
    task = await play(stage, *ids)
    assert stage.handed == ids
    assert 1 < stage.most_at_once <= 16
    await end(task)


async def test_one_that_cannot_be_loaded_is_left_out_and_may_come_again() -> None:
    stage = Stage()
    stage.broken.add("x/1")
    task = await play(stage, "x/1", "x/2")
    assert stage.handed == ["x/2"]
    stage.broken.clear()
    stage.order.add("x/1")
    stage.order.add("x/2")
    await asyncio.sleep(0.05)
    assert stage.handed == ["x/2", "x/1"]
    await end(task)


async def test_one_that_fails_does_not_stop_the_next() -> None:
    stage = Stage()
    task = await play(stage, "x/bad", "x/2")
    assert stage.handed == ["x/2"]
    await end(task)


def test_only_the_last_ids_are_remembered() -> None:
    recent = Recent(most=2)
    assert [recent.add(one) for one in ("a", "b", "a", "c", "a")] == [True, True, False, True, True]
