"""How fast messages come in by a real door, beside the bare loop of the same transport (goal 19)."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from itertools import count
from time import perf_counter
from typing import Any

from aiohttp import ClientSession, WSMsgType, web
from grpclib.client import Channel
from grpclib.const import Cardinality, Handler
from grpclib.server import Server, Stream
from wechaty_grpc.wechaty import PuppetStub
from wechaty_grpc.wechaty.puppet import (
    EventRequest,
    EventResponse,
    EventType,
    MessagePayloadRequest,
    MessagePayloadResponse,
    MessageType,
    RoomMemberPayloadRequest,
    RoomMemberPayloadResponse,
    StartRequest,
    StartResponse,
)

from benchmarks.chatter import chatter
from benchmarks.comparing import Goal, Table, compare
from benchmarks.listening import NOW
from bot.channels.wechaty.channel import WechatyChannel, WechatySettings
from bot.channels.wecom_aibot.account import Account
from bot.channels.wecom_aibot.channel import build
from domain.channel import Channel as Door
from domain.message import Message

_BOT, _BARE = "gridbot 的这道门", "同一条线路，收了就丢"
_MESSAGES, _CALLS = 3_000, 1_000
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


class _Platform:
    """The far end of the long connection: says yes to everything, and sends what it is told to."""

    def __init__(self) -> None:
        self.socket: web.WebSocketResponse | None = None
        self.subscribed = asyncio.Event()
        self._numbers = count()
        self._texts = chatter()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One connection."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        async for message in socket:
            headers = json.loads(message.data)["headers"]
            await socket.send_str(json.dumps({"headers": headers, "errcode": 0, "errmsg": "ok"}))
            self.socket = socket
            self.subscribed.set()
        return socket

    async def burst(self) -> None:
        """Many callbacks at once."""
        if self.socket is None:
            raise AssertionError("nobody subscribed")
        for _ in range(_MESSAGES):
            await self.socket.send_str(json.dumps(self._callback(next(self._numbers)), ensure_ascii=False))

    def _callback(self, number: int) -> dict[str, Any]:
        words = {"content": f"@网格小信 {self._texts[number % len(self._texts)]}"}
        sender = {"userid": f"u{number % 40}"}
        chat = {"aibotid": "b", "chatid": "g1", "chattype": "group", "create_time": 1_700_000_000}
        said = {**chat, "msgid": f"m{number}", "from": sender, "msgtype": "text", "text": words}
        return {"cmd": "aibot_msg_callback", "headers": {"req_id": f"r{number}"}, "body": said}


@asynccontextmanager
async def _platform() -> AsyncIterator[tuple[_Platform, str]]:
    platform, app = _Platform(), web.Application()
    app.router.add_get("/", platform.serve)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield platform, f"ws://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()


async def _read_bare(url: str, counted: _Counted) -> None:
    async with ClientSession() as session, session.ws_connect(url) as socket:
        await socket.send_str(json.dumps({"cmd": "aibot_subscribe", "headers": {"req_id": "s"}, "body": {}}))
        async for message in socket:
            if message.type is WSMsgType.TEXT and "cmd" in (frame := json.loads(message.data)):
                counted.take(frame)


class _Gateway:
    """The far end of a Wechaty channel: an event stream, and payloads to be asked for."""

    def __init__(self) -> None:
        self.wanted: asyncio.Queue[int] = asyncio.Queue()
        self.attached = asyncio.Event()
        self._numbers = count()
        self._texts = chatter()

    def __mapping__(self) -> dict[str, Handler]:
        """The calls that reading needs."""
        one, many = Cardinality.UNARY_UNARY, Cardinality.UNARY_STREAM
        calls = {
            "Event": Handler(self._events, many, EventRequest, EventResponse),
            "Start": Handler(self._started, one, StartRequest, StartResponse),
            "MessagePayload": Handler(self._message, one, MessagePayloadRequest, MessagePayloadResponse),
            "RoomMemberPayload": Handler(self._member, one, RoomMemberPayloadRequest, RoomMemberPayloadResponse),
        }
        return {f"/wechaty.Puppet/{name}": handler for name, handler in calls.items()}

    async def burst(self) -> None:
        """Many messages at once."""
        self.wanted.put_nowait(_CALLS)

    async def _events(self, stream: "Stream[Any, Any]") -> None:
        await stream.recv_message()
        login = json.dumps({"contactId": "me"})
        await stream.send_message(EventResponse(type=EventType.EVENT_TYPE_LOGIN, payload=login))
        self.attached.set()
        while True:
            for _ in range(await self.wanted.get()):
                payload = json.dumps({"messageId": f"m{next(self._numbers)}"})
                await stream.send_message(EventResponse(type=EventType.EVENT_TYPE_MESSAGE, payload=payload))

    async def _started(self, stream: "Stream[Any, Any]") -> None:
        await stream.recv_message()
        await stream.send_message(StartResponse())

    async def _message(self, stream: "Stream[Any, Any]") -> None:
        asked: Any = await stream.recv_message()
        number = int(asked.id[1:])
        text, kind = self._texts[number % len(self._texts)], MessageType(7)  # as puppets really number texts
        said = MessagePayloadResponse(asked.id, "", text, 1_700_000_000, kind, f"u{number % 40}", "g1@chatroom")
        await stream.send_message(said)

    async def _member(self, stream: "Stream[Any, Any]") -> None:
        asked: Any = await stream.recv_message()
        await stream.send_message(RoomMemberPayloadResponse(id=asked.member_id, name=asked.member_id))


@asynccontextmanager
async def _gateway() -> AsyncIterator[tuple[_Gateway, int]]:
    gateway = _Gateway()
    server = Server([gateway])
    await server.start("127.0.0.1", 0)
    listening: Any = server._server
    try:
        yield gateway, listening.sockets[0].getsockname()[1]
    finally:
        server.close()
        await server.wait_closed()


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
    async with _platform() as (platform, url):
        if bare:
            return await _bare(lambda counted: _read_bare(url, counted), platform.subscribed, platform.burst, _MESSAGES)
        door = build(Account("b", "s", url, "网格小信"), "aibot", lambda: NOW)
        return await _at_the_door(door, platform.subscribed, platform.burst, _MESSAGES)


async def _calls(*, bare: bool) -> float:
    async with _gateway() as (gateway, port):
        if bare:
            return await _bare(lambda counted: _read_events(port, counted), gateway.attached, gateway.burst, _CALLS)
        door = WechatyChannel(WechatySettings(f"127.0.0.1:{port}", "t", tls=False), lambda: NOW)
        return await _at_the_door(door, gateway.attached, gateway.burst, _CALLS)


async def tables(rounds: int) -> list[Table]:
    """The long connection and the gateway's calls; both ends are in this process."""
    logging.disable(logging.CRITICAL)
    found = []
    for title, rate in (("收消息：智能机器人的长连接", _socket), ("收消息：Wechaty 网关", _calls)):
        works = {_BOT: lambda rate=rate: rate(bare=False), _BARE: lambda rate=rate: rate(bare=True)}
        found.append(await compare(title, "条/秒", works, _GOALS, rounds))
    return found
