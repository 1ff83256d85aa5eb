"""One socket of the long connection: frames out with their answers, and frames in."""

import asyncio
import json
from collections.abc import Callable
from itertools import count
from typing import Any, Final

from aiohttp import ClientWebSocketResponse, WSMsgType

from bot.channels.wecom_aibot.failures import Answered, Lost, Unanswered

Frame = dict[str, Any]
_NUMBERS: Final = count(1)


class Wire:
    """Calls and their answers, told apart by the ids of the requests."""

    def __init__(self, socket: ClientWebSocketResponse, seconds: float) -> None:
        self._socket = socket
        self._seconds = seconds
        self._waiting: dict[str, asyncio.Future[Frame]] = {}

    async def call(self, command: str, body: Frame | None = None, request: str = "") -> Frame:
        """The body of the answer; Lost, Unanswered or Answered say how it failed."""
        request = request or f"{command}_{next(_NUMBERS)}"
        if self._socket.closed or request in self._waiting:
            raise Lost("the connection is closed, or busy with this very request")
        answer = self._waiting[request] = asyncio.get_running_loop().create_future()
        frame: Frame = {"cmd": command, "headers": {"req_id": request}}
        try:
            await self._send(frame if body is None else {**frame, "body": body})
            async with asyncio.timeout(self._seconds):
                got = await answer
        except TimeoutError as error:
            raise Unanswered("no answer in time") from error
        finally:
            self._waiting.pop(request, None)
        code = got.get("errcode")
        if code != 0:
            raise Answered(code if isinstance(code, int) else -1)
        found = got.get("body")
        return found if isinstance(found, dict) else {}

    async def settled(self) -> None:
        """Returns once nothing waits for an answer; every call has its own patience."""
        if self._waiting:
            await asyncio.wait(list(self._waiting.values()))

    async def _send(self, frame: Frame) -> None:
        try:
            await self._socket.send_str(json.dumps(frame, ensure_ascii=False))
        except (ConnectionError, RuntimeError) as error:
            raise Lost("the connection broke") from error

    async def read(self, handle: Callable[[Frame], None]) -> None:
        """Hands frames over until the connection ends, cleanly or not."""
        try:
            async for message in self._socket:
                if message.type is WSMsgType.TEXT:
                    self._take(message.data, handle)
        finally:
            for answer in self._waiting.values():
                if not answer.done():
                    answer.set_exception(Unanswered("the connection ended before the answer"))

    def _take(self, text: str, handle: Callable[[Frame], None]) -> None:
        try:
            frame = json.loads(text)
        except ValueError:
            return
        if not isinstance(frame, dict):
            return
        if "cmd" in frame:
            handle(frame)
            return
        headers = frame.get("headers")
        request = headers.get("req_id") if isinstance(headers, dict) else None
        answer = self._waiting.get(request) if isinstance(request, str) else None
        if answer and not answer.done():
            answer.set_result(frame)
