"""How fast messages come in by a real door, beside the bare loop of the same transport (goal 19)."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from time import perf_counter

from aiohttp import ClientSession, WSMsgType
from grpclib.client import Channel
from wechaty_grpc.wechaty import PuppetStub
from wechaty_grpc.wechaty.puppet import (
    EventType,
)

from benchmarks.comparing import Goal, Table, compare
from benchmarks.far_ends import CALLS, MESSAGES, gateway_end, platform_end
from benchmarks.listening import NOW
from bot.channels.wechaty.channel import WechatyChannel, WechatySettings
from bot.channels.wecom_aibot.account import Account
from bot.channels.wecom_aibot.channel import build
from domain.channel import Channel as Door
from domain.message import Message

_BOT, _BARE = "gridbot 的这道门", "同一条线路，收了就丢"
_IN_FLIGHT = 16
_GOALS = (Goal("19", _BOT, _BARE, 0.8),)


class _Counted:
    """Counts what came in, and tells when it was enough."""

    def __init__(self) -> None:
        self._left = 0
        self._enough = asyncio.Event()

    def take(self, _message: object) -> None:
        """One more."""
        self._left -= 1
        if self._left == 0:
            self._enough.set()

    async def rate(self, how_many: int, begin: Callable[[], Awaitable[object]]) -> float:
        """How many come in a second once it has begun."""
        self._left = how_many
        self._enough.clear()
        start = perf_counter()
        await begin()
        await self._enough.wait()
        return how_many / (perf_counter() - start)


async def _read_bare(url: str, counted: _Counted) -> None:
    async with ClientSession() as session, session.ws_connect(url) as socket:
        await socket.send_str(json.dumps({"cmd": "aibot_subscribe", "headers": {"req_id": "s"}, "body": {}}))
        async for message in socket:
            if message.type is WSMsgType.TEXT and "cmd" in (frame := json.loads(message.data)):
                counted.take(frame)


async def _read_events(port: int, counted: _Counted) -> None:
    channel = Channel("127.0.0.1", port)
    stub, window = PuppetStub(channel), asyncio.Semaphore(_IN_FLIGHT)

    async def load(number: str) -> None:
        try:
            counted.take(await stub.message_payload(id=number))
        finally:
            window.release()

    try:
        async with asyncio.TaskGroup() as group:
            async for event in stub.event():
                if event.type == EventType.EVENT_TYPE_MESSAGE:
                    await window.acquire()
                    group.create_task(load(json.loads(event.payload)["messageId"]))
    finally:
        channel.close()


@asynccontextmanager
async def _beside(work: Awaitable[None]) -> AsyncIterator[None]:
    running = asyncio.ensure_future(work)
    try:
        yield
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def _at_the_door(door: Door, ready: asyncio.Event, burst: Callable[[], Awaitable[None]], many: int) -> float:
    counted = _Counted()

    def receive(message: Message) -> None:
        counted.take(message)

    async with _beside(door.run(receive)):
        await ready.wait()
        return await counted.rate(many, burst)


async def _bare(
    read: Callable[[_Counted], Awaitable[None]],
    ready: asyncio.Event,
    burst: Callable[[], Awaitable[None]],
    many: int,
) -> float:
    counted = _Counted()
    async with _beside(read(counted)):
        await ready.wait()
        return await counted.rate(many, burst)


async def _socket(*, bare: bool) -> float:
    async with platform_end() as (platform, url):
        if bare:
            return await _bare(lambda counted: _read_bare(url, counted), platform.subscribed, platform.burst, MESSAGES)
        door = build(Account("b", "s", url, "网格小信"), "aibot", lambda: NOW)
        return await _at_the_door(door, platform.subscribed, platform.burst, MESSAGES)


async def _calls(*, bare: bool) -> float:
    async with gateway_end() as (gateway, port):
        if bare:
            return await _bare(lambda counted: _read_events(port, counted), gateway.attached, gateway.burst, CALLS)
        door = WechatyChannel(WechatySettings(f"127.0.0.1:{port}", "t", tls=False), lambda: NOW)
        return await _at_the_door(door, gateway.attached, gateway.burst, CALLS)


async def tables(rounds: int) -> list[Table]:
    """The long connection and the gateway's calls; both ends are in this process."""
    logging.disable(logging.CRITICAL)
    found = []
    for title, rate in (("收消息：智能机器人的长连接", _socket), ("收消息：Wechaty 网关", _calls)):
        works = {_BOT: lambda rate=rate: rate(bare=False), _BARE: lambda rate=rate: rate(bare=True)}
        found.append(await compare(title, "条/秒", works, _GOALS, rounds))
    return found
