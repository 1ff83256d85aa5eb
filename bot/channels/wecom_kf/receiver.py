"""The callback's own small server: little may be sent, quickly, and only to one path."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Final

from aiohttp import web

from bot.channels.guarded import Guarded
from bot.channels.wecom_kf.callback import Answer, Gate, Ring

PATH: Final = "/wecom/callback"
_LARGEST: Final = 64 * 1024
_WAITING: Final = 256


class Receiver:
    """Answers the platform at once; the rings wait in ``rings`` for whoever fetches."""

    def __init__(
        self, gate: Gate, account: str, seconds: float = 5.0, is_writable: Callable[[], bool] = lambda: True
    ) -> None:
        self.rings: asyncio.Queue[Ring] = asyncio.Queue(_WAITING)
        self._gate = gate
        self._account = account
        self._is_writable = is_writable
        self._server = Guarded(seconds)

    @asynccontextmanager
    async def listening(self, host: str, port: int) -> AsyncIterator[int]:
        """Listens; gives the port really listened on."""
        app = web.Application(client_max_size=_LARGEST, middlewares=[self._server.plainly])
        app.router.add_get(PATH, self._verify, allow_head=False)
        app.router.add_post(PATH, self._ring)
        async with self._server.listening(app, host, port) as real:
            yield real

    async def _verify(self, request: web.Request) -> web.Response:
        return _response(self._gate.verify(request.query))

    async def _ring(self, request: web.Request) -> web.Response:
        if request.headers.get("Content-Encoding"):
            return web.Response(status=415)
        try:
            async with asyncio.timeout(self._server.seconds):
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


def _response(answer: Answer) -> web.Response:
    return web.Response(status=answer.status, text=answer.text)
