"""The stand-in for WeCom as a test's peer: its process, its control interface, and the time that both sides share."""

import asyncio
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from aiohttp import ClientSession

from domain.channel import Channel
from domain.message import Message

FOLDER = Path(__file__).resolve().parents[1] / "peers" / "fake-wecom"
BOT, SECRET = "FAKEBOT", "FAKESECRET"
KEY = "00000000-0000-0000-0000-000000000001"
GROUP = "wrStaff"
WAIT = 8.0


class WeCom:
    """One running stand-in."""

    def __init__(self, port: int = 0) -> None:
        self._passed = 0.0
        self.port = port
        self.url = ""

    def __enter__(self) -> Self:
        command = [sys.executable, str(FOLDER / "fake_wecom.py"), "--port", str(self.port)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout
        self.url = self._process.stdout.readline().split()[1]
        self.port = int(self.url.rpartition(":")[2])
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    @property
    def socket(self) -> str:
        return self.url.replace("http", "ws") + "/ws"

    def now(self) -> datetime:
        return datetime.fromtimestamp(time.time() + self._passed, UTC)

    async def do(self, operation: str, **body: Any) -> Any:
        async with ClientSession() as session, session.post(f"{self.url}/_control/{operation}", json=body) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def see(self, what: str) -> Any:
        async with ClientSession() as session, session.get(f"{self.url}/_control/{what}") as answer:
            return await answer.json()

    async def pass_time(self, seconds: float) -> None:
        self._passed += seconds
        await self.do("clock", advance=seconds)

    async def clear(self) -> None:
        self._passed = 0.0
        await self.do("reset")

    async def subscriptions(self) -> int:
        return len(await self.see("frames?cmd=aibot_subscribe"))

    async def subscribed(self, times: int) -> None:
        async with asyncio.timeout(WAIT):
            while await self.subscriptions() < times:
                await asyncio.sleep(0.01)

    async def sent(self) -> list[dict[str, Any]]:
        return list(await self.see("sent"))


class Side:
    """A running channel and its ears."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.messages: asyncio.Queue[Message] = asyncio.Queue()
        self.task = asyncio.create_task(channel.run(self.messages.put_nowait))

    async def message(self) -> Message:
        return await asyncio.wait_for(self.messages.get(), WAIT)

    async def becomes(self, state: str) -> None:
        await until(lambda: self.channel.status().state == state)

    async def stop(self) -> None:
        self.task.cancel()
        with suppress(asyncio.CancelledError):
            await self.task


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(WAIT):
        while not condition():
            await asyncio.sleep(0.01)


@asynccontextmanager
async def running(channel: Channel) -> AsyncIterator[Side]:
    side = Side(channel)
    try:
        yield side
    finally:
        await side.stop()
