"""A small server for strangers: few connections, little patience, no library log that would repeat what they sent."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Final

from aiohttp import web

_MOST: Final = 256
_log = logging.getLogger(__name__)
_LIMITS: Final[dict[str, Any]] = {
    "auto_decompress": False,
    "keepalive_timeout": 15,
    "lingering_time": 0,
    "max_headers": 32,
    "logger": logging.Logger("silent", logging.CRITICAL + 1),  # noqa: LOG001 - it must reach no handler
}


class Guarded:
    """Serves one application; ``seconds`` is how long a connection may say nothing whole."""

    def __init__(self, seconds: float = 5.0) -> None:
        self.seconds = seconds
        self._silent: set[Any] = set()

    @asynccontextmanager
    async def listening(self, app: web.Application, host: str, port: int) -> AsyncIterator[int]:
        """Listens; gives the port really listened on."""
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
        asyncio.get_running_loop().call_later(self.seconds, self._close_if_silent, protocol)
        return protocol

    def _close_if_silent(self, protocol: Any) -> None:  # noqa: ANN401 - aiohttp's own class
        if protocol in self._silent and protocol.transport:
            protocol.transport.close()
        self._silent.discard(protocol)

    @web.middleware
    async def plainly(self, request: web.Request, handler: Callable[[web.Request], Any]) -> web.StreamResponse:
        """Every failure is a bare status; what was sent is never told."""
        self._silent.discard(request.protocol)
        try:
            answer: web.StreamResponse = await handler(request)
        except web.HTTPException as error:
            answer = web.Response(status=error.status)
        except Exception as fault:  # noqa: BLE001 - told without what was sent
            _log.error("failed: %s", type(fault).__name__)
            answer = web.Response(status=500)
        return answer


class _Closed(asyncio.Protocol):
    """One connection too many."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.close()
