"""The bot's side of a test: the channel running, and what it has handed over."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.channels.wechaty.channel import WechatyChannel, WechatySettings
from bot.channels.wechaty.stream import Pace
from domain.channel import ChannelStatus
from domain.happenings import Happening
from domain.message import Message
from tests.channels.wechaty.gateway import Gateway

WAIT = 8.0
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


class Side:
    """A running channel and its ears."""

    def __init__(self, settings: WechatySettings) -> None:
        self.messages: asyncio.Queue[Message] = asyncio.Queue()
        self.happenings: asyncio.Queue[Happening] = asyncio.Queue()
        self.channel = WechatyChannel(settings, lambda: NOON, self.happenings.put_nowait)

    async def message(self) -> Message:
        return await asyncio.wait_for(self.messages.get(), WAIT)

    async def happening(self) -> Happening:
        return await asyncio.wait_for(self.happenings.get(), WAIT)

    async def until(self, condition: Callable[[ChannelStatus], bool], limit: float = WAIT) -> ChannelStatus:
        async with asyncio.timeout(limit):
            while not condition(self.channel.status()):
                await asyncio.sleep(0.01)
        return self.channel.status()

    async def online(self, limit: float = WAIT) -> ChannelStatus:
        return await self.until(lambda status: status.state == "online", limit)

    async def offline(self) -> ChannelStatus:
        return await self.until(lambda status: status.state != "online")


def settings_for(gateway: Gateway, pace: Pace | None = None, **other: Any) -> WechatySettings:
    settings = WechatySettings(gateway.ready["grpc"], gateway.ready["token"], tls=False, pace=pace or Pace())
    return replace(settings, **other)


@asynccontextmanager
async def running(settings: WechatySettings) -> AsyncIterator[Side]:
    side = Side(settings)
    task = asyncio.create_task(side.channel.run(side.messages.put_nowait))
    try:
        await side.online()
        yield side
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
