"""The callback's own small server: little may be sent, quickly, and only to one path."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Final

from aiohttp import web

from bot.channels.wecom_kf.callback import Answer, Gate, Ring

PATH: Final = "/wecom/callback"
_LARGEST: Final = 64 * 1024
_MOST: Final = 256
_WAITING: Final = 256
_log = logging.getLogger(__name__)
_LIMITS: Final[dict[str, Any]] = {
    "auto_decompress": False,
    "keepalive_timeout": 15,
    "lingering_time": 0,
    "max_headers": 32,
    # The library's own log would repeat what strangers sent.
    "logger": logging.Logger("silent", logging.CRITICAL + 1),  # noqa: LOG001 - it must reach no handler
}


class Receiver:
    """Answers the platform at once; the rings wait in ``rings`` for whoever fetches."""

    def __init__(
        self, gate: Gate, account: str, seconds: float = 5.0, is_writable: Callable[[], bool] = lambda: True
    ) -> None:
        self.rings: asyncio.Queue[Ring] = asyncio.Queue(_WAITING)
        self._gate = gate
        self._account = account
        self._seconds = seconds
        self._is_writable = is_writable
        self._silent: set[Any] = set()

    @asynccontextmanager
    async def listening(self, host: str, port: int) -> AsyncIterator[int]:
        """Listens; gives the port really listened on."""
        app = web.Application(client_max_size=_LARGEST, middlewares=[self._plainly])
        app.router.add_get(PATH, self._verify, allow_head=False)
        app.router.add_post(PATH, self._ring)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=2, **_LIMITS)
        await runner.setup()
        server: asyncio.Server | None = None
        try:
            server = await asyncio.get_running_loop().create_server(lambda: self._admitted(runner), host, port)
            yield int(server.sockets[0].getsockname()[1])
        finally:
            if server:
                server.close()
            await runner.cleanup()

    def _admitted(self, runner: web.AppRunner) -> asyncio.BaseProtocol:
        """A connection that is closed again where there are too many, or where it says nothing whole for seconds."""
        assert runner.server is not None  # noqa: S101 - set up above
        if len(runner.server.connections) >= _MOST:
            return _Closed()
        protocol = runner.server()
        self._silent.add(protocol)
        asyncio.get_running_loop().call_later(self._seconds, self._close_if_silent, protocol)
        return protocol

    def _close_if_silent(self, protocol: Any) -> None:  # noqa: ANN401 - aiohttp's own class
        if protocol in self._silent and protocol.transport:
            protocol.transport.close()
        self._silent.discard(protocol)

    @web.middleware
    async def _plainly(self, request: web.Request, handler: Callable[[web.Request], Any]) -> web.StreamResponse:
        self._silent.discard(request.protocol)
        try:
            answer: web.StreamResponse = await handler(request)
        except web.HTTPException as error:
            answer = web.Response(status=error.status)
        except Exception as fault:  # noqa: BLE001 - told without what was sent
            _log.error("failed: %s", type(fault).__name__)
            answer = web.Response(status=500)
        return answer

    async def _verify(self, request: web.Request) -> web.Response:
        return _response(self._gate.verify(request.query))

    async def _ring(self, request: web.Request) -> web.Response:
        if request.headers.get("Content-Encoding"):
            return web.Response(status=415)
        try:
            async with asyncio.timeout(self._seconds):
                raw = await request.read()
        except TimeoutError:
            slow = web.Response(status=408)
            slow.force_close()
            return slow
        answer = self._gate.ring(request.query, raw)
        if answer.ring and answer.ring.account == self._account:
            if self.rings.full() or not self._is_writable():
                self._gate.forget(request.query)
                return web.Response(status=503)
            self.rings.put_nowait(answer.ring)
        return _response(answer)


class _Closed(asyncio.Protocol):
    """One connection too many."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.close()


def _response(answer: Answer) -> web.Response:
    return web.Response(status=answer.status, text=answer.text)
