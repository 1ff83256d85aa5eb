"""A process that was killed between hearing a message and acting on it."""

import asyncio
import contextlib
import json
from pathlib import Path

from aiohttp import ClientSession

from bot.clock import SetClock
from bot.config import Config, DataSettings, WebSettings
from bot.running import simulator
from tests.web.conftest import START, Caller, calling

LINE = "加分 6栋1单元302 李桂芬 志愿服务 1"


async def test_what_was_only_heard_acts_after_the_next_start_and_once(tmp_path: Path) -> None:
    async with calling(tmp_path) as caller:
        worker = await caller.enter("段家荣", "grid_worker")
        await caller.enter("李桂芬", address="6栋1单元302")
        await caller.say(worker, "帮助")
    chats = tmp_path / "simulator" / "messages.jsonl"
    heard = {
        "id": f"m{len(chats.read_text('utf-8').splitlines()) + 1}",
        "at": START.isoformat(),
        "chat": {"scene": "private", "person": worker},
        "from": worker,
        "text": LINE,
        "mentions": [],
        "key": "before the kill",
    }
    with chats.open("a", encoding="utf-8") as file:
        file.write(json.dumps(heard, ensure_ascii=False) + "\n")
    for _ in range(2):
        said = await _said_after_a_start(tmp_path, worker)
        assert sum("李桂芬" in text for text in said) == 1


async def _said_after_a_start(folder: Path, worker: str) -> list[str]:
    """What the worker's chat holds once a fresh process ran and the platform delivered the message again."""
    config = Config(data=DataSettings(str(folder)), web=WebSettings(0))
    async with simulator(config, SetClock(START, still=True), still=True) as opened:
        running = asyncio.create_task(opened.app.run())
        async with ClientSession(opened.address) as session:
            caller = Caller(session, opened.port)
            again = await caller.say(worker, LINE, message_id="before the kill")
            assert again["sent"] == []
            said = [one["text"] for one in await _chat(caller, worker) if one["from"] == "bot"]
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
        return said


async def _chat(caller: Caller, worker: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = (await caller.get(f"/api/messages?chat=person:{worker}"))["messages"]
    return found
