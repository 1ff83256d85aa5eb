"""Chatter costs nothing but a look at it: no statement, no task, no thread, no log line, no memory."""

import asyncio
import gc
import logging
import sys
import typing
from collections.abc import Coroutine
from types import FrameType
from typing import Any

import pytest

from bot.app import App
from domain.members import AccountRef
from tests.counters.plain import said

CHATTER = (
    "楼下那个狗又叫了一晚上，有没有人管",
    "今天菜场打折",
    "积分的事情昨天物业说过了",
    "有人一起跑步吗",
    "收到！谢谢😂",
    "红榜贴在哪里哦我没看到",
    "@张三 挪一下车",
    " 666",
    "榜" * 200,
)
KEPT_IDS = 4096


class Counted:
    """What happened to a loop."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.tasks = self.hops = 0
        loop = asyncio.get_running_loop()
        hop = loop.run_in_executor

        def task(work: Coroutine[Any, Any, Any], **more: Any) -> "asyncio.Task[Any]":
            self.tasks += 1
            return asyncio.Task(work, loop=loop, **more)

        def hopped(*what: Any) -> Any:
            self.hops += 1
            return hop(*what)

        monkeypatch.setattr(loop, "create_task", task)
        monkeypatch.setattr(loop, "run_in_executor", hopped)


async def test_chatter_starts_nothing(
    app: App, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    asked: list[object] = []

    async def noticed(_store: object, what: object) -> None:
        asked.append(what)

    monkeypatch.setattr("storage.store.Store.answer", noticed)
    monkeypatch.setattr("storage.store.Store.post", noticed)
    counted = Counted(monkeypatch)
    with caplog.at_level(logging.DEBUG):
        caplog.clear()
        for number in range(10_000):
            app.dispatcher.receive(said(number, CHATTER[number % len(CHATTER)], f"p{number}", f"g{number % 50}"))
    assert (asked, counted.tasks, counted.hops, caplog.records) == ([], 0, 0, [])
    await app.dispatcher.idle()
    assert asked == []


async def test_a_command_among_chatter_is_noticed(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(monkeypatch)
    app.dispatcher.receive(said(1, "查积分"))
    assert counted.tasks == 1
    await app.dispatcher.idle()


async def test_a_command_looks_nothing_up_in_types(app: App) -> None:
    """Asking whether a channel fulfils a protocol took a third of a whole command."""
    looked: list[str] = []

    def note(frame: FrameType, event: str, _what: object) -> None:
        if event == "call" and frame.f_code.co_filename == typing.__file__:
            looked.append(frame.f_code.co_name)

    app.dispatcher.receive(said(1, "帮助", room=""))
    await app.dispatcher.idle()
    sys.setprofile(note)
    try:
        app.dispatcher.receive(said(2, "帮助", room=""))
        app.dispatcher.receive(said(3, "查积分", "p2", room=""))
        await app.dispatcher.idle()
        assert await app.delivery.reaches(AccountRef("quiet", "p1"))
    finally:
        sys.setprofile(None)
    assert looked == []


async def test_a_hundred_thousand_people_in_twenty_thousand_rooms_leave_nothing_behind(app: App) -> None:
    def talk(first: int, count: int) -> None:
        for number in range(first, first + count):
            text = CHATTER[number % len(CHATTER)]
            app.dispatcher.receive(said(number, text, f"p{number % 100_000}", f"g{number % 20_000}"))

    # Whole windows of remembered ids, so that as many are held before as after.
    talk(0, 4 * KEPT_IDS)
    gc.collect()
    before = sys.getallocatedblocks()
    talk(4 * KEPT_IDS, 40 * KEPT_IDS)
    gc.collect()
    assert sys.getallocatedblocks() - before < KEPT_IDS
