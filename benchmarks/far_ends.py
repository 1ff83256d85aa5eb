"""What stands at the other end of a door: a platform and a gateway that send as many messages as they are told to."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

from aiohttp import web
from grpclib.const import Cardinality, Handler
from grpclib.server import Server, Stream
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

MESSAGES, CALLS = 3_000, 1_000


class Platform:
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
        for _ in range(MESSAGES):
            await self.socket.send_str(json.dumps(self._callback(next(self._numbers)), ensure_ascii=False))

    def _callback(self, number: int) -> dict[str, Any]:
        words = {"content": f"@网格小信 {self._texts[number % len(self._texts)]}"}
        sender = {"userid": f"u{number % 40}"}
        chat = {"aibotid": "b", "chatid": "g1", "chattype": "group", "create_time": 1_700_000_000}
        said = {**chat, "msgid": f"m{number}", "from": sender, "msgtype": "text", "text": words}
        return {"cmd": "aibot_msg_callback", "headers": {"req_id": f"r{number}"}, "body": said}


@asynccontextmanager
async def platform_end() -> AsyncIterator[tuple[Platform, str]]:
    """It and its address."""
    platform, app = Platform(), web.Application()
    app.router.add_get("/", platform.serve)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield platform, f"ws://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()


class Gateway:
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
        self.wanted.put_nowait(CALLS)

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
async def gateway_end() -> AsyncIterator[tuple[Gateway, int]]:
    """It and its port."""
    gateway = Gateway()
    server = Server([gateway])
    await server.start("127.0.0.1", 0)
    listening: Any = server._server
    try:
        yield gateway, listening.sockets[0].getsockname()[1]
    finally:
        server.close()
        await server.wait_closed()
