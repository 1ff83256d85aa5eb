"""The link to a gateway: one event stream, watched, and opened again for as long as it is wanted."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import aclosing, suppress
from typing import TypeVar

from bot.channels.wechaty.failures import (
    LinkLost,
    StreamEnded,
    StreamTaken,
    Unauthenticated,
    WireError,
)
from bot.channels.wechaty.payloads import Event
from bot.channels.wechaty.stream import Pace, watched
from bot.channels.wechaty.wire import Address, Wire

_log = logging.getLogger(__name__)

Answer = TypeVar("Answer")

_SECOND_TRIES = (0.2, 0.6)
_STEADY = 10.0
_SOON = 0.4
_UNGREETED = "; nothing was ever heard from it: check the tls setting on both sides"


class Link:
    """Keeps one event stream open; ``wire`` is the connection of the moment, None in between."""

    def __init__(
        self,
        address: Address,
        pace: Pace,
        lost: Callable[[WireError], None],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._address = address
        self._pace = pace
        self._lost = lost
        self._sleep = sleep
        self._up = asyncio.Event()
        self._wire: Wire | None = None
        self._retry = pace.first_retry
        self._refused_since: float | None = None
        self._patience = pace.take_over
        self._displaced = False
        self._ever_attached = False
        self._attached_at = 0.0

    @property
    def wire(self) -> Wire | None:
        """The connection whose event stream is attached right now."""
        return self._wire

    async def ask(self, question: Callable[[Wire], Awaitable[Answer]]) -> Answer:
        """Asks what may be asked twice: again after a failure, and after a reconnection."""
        for pause in _SECOND_TRIES:
            try:
                return await question(await self._connected())
            except WireError as error:
                _log.info("asking again: %s", error)
                await self._sleep(pause)
        return await question(await self._connected())

    async def _connected(self) -> Wire:
        with suppress(TimeoutError):
            async with asyncio.timeout(self._pace.reconnection):
                await self._up.wait()
        if self._wire is None:
            raise LinkLost("the gateway is not connected")
        return self._wire

    async def run(self, handle: Callable[[Event], None]) -> None:
        """Hands over events for ever; ends only with ``Unauthenticated``."""
        while True:
            wire = Wire(self._address, self._pace.call)
            try:
                pause = await self._after(wire, await self._session(wire, handle))
            finally:
                wire.close()
            await self._sleep(pause)

    async def _session(self, wire: Wire, handle: Callable[[Event], None]) -> WireError:
        """Reads one stream to its end and tells why it ended."""
        try:
            async with aclosing(watched(wire, self._pace)) as events:
                async for event in events:
                    self._attach(wire)
                    handle(event)
        except WireError as error:
            return error
        except Exception as error:  # noqa: BLE001 - whatever the libraries raise, the link has to come back
            _log.exception("failed: reading the gateway's events")
            return LinkLost(str(error))
        finally:
            self._detach()
        return StreamEnded("the gateway ended the event stream: somebody stopped the puppet")

    def _attach(self, wire: Wire) -> None:
        if self._wire is wire:
            return
        _log.info("attached: reading the gateway's events")
        self._wire = wire
        self._up.set()
        self._ever_attached = True
        self._displaced = False
        self._refused_since = None
        self._patience = self._pace.take_over
        self._attached_at = asyncio.get_running_loop().time()

    def _detach(self) -> None:
        if self._wire is not None:
            steady = asyncio.get_running_loop().time() - self._attached_at > _STEADY
            # A gateway that greets and falls over at once is asked less often, but still within a second.
            self._retry = self._pace.first_retry if steady else min(self._retry, _SOON)
        self._wire = None
        self._up.clear()

    async def _after(self, wire: Wire, error: WireError) -> float:
        """Draws the conclusion from a stream's end; gives the pause before the next one."""
        if isinstance(error, Unauthenticated):
            _log.error("refused: %s; not trying again", error)
            raise error
        self._lost(error)
        if isinstance(error, StreamTaken):
            return await self._taken(wire, error)
        if isinstance(error, StreamEnded):
            self._displaced = True
            _log.warning("ended: %s; waiting before the next try", error)
            return self._pace.after_stop
        hint = "" if self._ever_attached or not isinstance(error, LinkLost) else _UNGREETED
        _log.warning("lost: %s%s; trying again", error, hint)
        return self._back_off()

    async def _taken(self, wire: Wire, error: StreamTaken) -> float:
        """Waits for the other reader to go; frees its stream where it must be dead by now."""
        moment = asyncio.get_running_loop().time()
        if self._refused_since is None:
            self._refused_since = moment
            _log.warning("waiting: %s", error)
        # A bot that was pushed out itself does not push back: two bots would log the account out in turns.
        if self._displaced or moment - self._refused_since < self._patience:
            return self._back_off()
        _log.warning("taking over: the other reader seems dead; the account will log in anew")
        self._refused_since = None
        self._patience *= 2
        try:
            await wire.stop()
        except WireError as failure:
            _log.warning("not taken over: %s", failure)
        return self._pace.first_retry

    def _back_off(self) -> float:
        pause = self._retry
        self._retry = min(pause * 2, self._pace.longest_retry)
        return pause
