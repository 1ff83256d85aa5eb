"""Keeps the one long connection: subscribe, ping, come back after every end, and stay away where told to."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from aiohttp import ClientError, ClientSession, ClientWSTimeout

from bot.channels.wecom_aibot.account import Account
from bot.channels.wecom_aibot.failures import CREDENTIALS, Answered, Displaced, Lost, Refused, Unanswered, WireError
from bot.channels.wecom_aibot.wire import Frame, Wire

_log = logging.getLogger(__name__)


class Tell(Protocol):
    """Hears when the line comes up and goes down."""

    def __call__(self, *, up: bool) -> None:
        """It is up, or it is down."""


_LARGEST = 4 * 1024 * 1024
_MISSED = 2
"""Pings without an answer after which the line is dead."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds."""

    first_retry: float = 1.0
    longest_retry: float = 30.0
    connect: float = 10.0
    answer: float = 8.0
    ping: float = 30.0
    steady: float = 60.0
    """How long a connection has to last for the next one to be tried at once."""


class Link:
    """Owns the socket; ``wire`` is there only between the subscription's answer and the end."""

    def __init__(
        self, settings: Account, pace: Pace, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._settings = settings
        self._pace = pace
        self._sleep = sleep
        self._retry = pace.first_retry
        self._displaced = False
        self._wire: Wire | None = None
        self._again = asyncio.Event()

    @property
    def wire(self) -> Wire:
        """The connection; Lost while there is none."""
        if self._wire is None:
            raise Lost("not connected")
        return self._wire

    def renew(self) -> None:
        """The platform forgot the subscription: a new connection is made at once."""
        self._retry = 0.0
        self._again.set()

    def give_way(self) -> None:
        """Another process took the robot over."""
        self._displaced = True
        self._again.set()

    async def run(self, session: ClientSession, handle: Callable[[Frame], None], tell: Tell) -> None:
        """Works until Refused or Displaced."""
        while True:
            try:
                await self._connected(session, handle, tell)
            except (Refused, Displaced):
                raise
            except (WireError, ClientError, OSError, TimeoutError) as error:
                _log.warning("lost: the long connection, %s; trying again", type(error).__name__)
            finally:
                self._wire = None
                tell(up=False)
            await self._sleep(self._retry)
            self._retry = min(max(self._retry * 2, self._pace.first_retry), self._pace.longest_retry)

    async def _connected(self, session: ClientSession, handle: Callable[[Frame], None], tell: Tell) -> None:
        self._again.clear()
        limit = ClientWSTimeout(ws_close=1.0)
        async with asyncio.timeout(self._pace.connect):
            socket = await session.ws_connect(self._settings.url, timeout=limit, max_msg_size=_LARGEST)
        wire = Wire(socket, self._pace.answer)
        reading = asyncio.create_task(wire.read(handle))
        try:
            await self._subscribe(wire)
            self._wire = wire
            tell(up=True)
            began = asyncio.get_running_loop().time()
            await self._watched(wire, reading)
            if self._again.is_set():
                # Nothing new begins here, and what was asked still gets its answer, so that it is not left in doubt.
                self._wire = None
                await wire.settled()
            steady = asyncio.get_running_loop().time() - began >= self._pace.steady
            if steady and not self._again.is_set():
                self._retry = self._pace.first_retry
        finally:
            reading.cancel()
            await asyncio.wait({reading})
            await socket.close()
        if self._displaced:
            raise Displaced("another process took the robot over")
        raise Lost("the connection ended")

    async def _subscribe(self, wire: Wire) -> None:
        try:
            await wire.call("aibot_subscribe", {"bot_id": self._settings.bot_id, "secret": self._settings.secret})
        except Answered as error:
            if error.code == CREDENTIALS:
                raise Refused("wrong id or secret") from error
            raise

    async def _watched(self, wire: Wire, reading: "asyncio.Task[None]") -> None:
        """Returns when the connection ended, fell silent, or has to be renewed."""
        pinging = asyncio.create_task(self._ping(wire))
        again = asyncio.create_task(self._again.wait())
        try:
            await asyncio.wait({reading, pinging, again}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (pinging, again):
                task.cancel()
            await asyncio.wait({pinging, again})
            with suppress(asyncio.CancelledError, WireError):
                pinging.result()

    async def _ping(self, wire: Wire) -> None:
        missed = 0
        while missed < _MISSED:
            await asyncio.sleep(self._pace.ping)
            try:
                await wire.call("ping")
                missed = 0
            except Unanswered:
                missed += 1
