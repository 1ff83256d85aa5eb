"""The event stream of one connection, read ahead and watched: it may not fall silent unnoticed."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from dataclasses import dataclass
from typing import Any

from bot.channels.wechaty.failures import TooSlow, WireError
from bot.channels.wechaty.payloads import Event
from bot.channels.wechaty.wire import Wire

_log = logging.getLogger(__name__)
_AHEAD = 1_000
"""How many events may wait to be handed over."""
_Heard = asyncio.Queue[Event | Exception | None]
"""Events, then None at the stream's end or what broke it."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How patient the link is, in seconds."""

    call: float = 20.0
    """The longest that one call may take."""
    greeting: float = 10.0
    """A gateway greets a new reader of its events at once."""
    reconnection: float = 60.0
    """The longest that a question waits for the link to come back."""
    silence: float = 75.0
    """Puppets with heartbeats send one every 60 s or sooner; after more silence a ding is sent."""
    probe: float = 10.0
    first_retry: float = 0.1
    longest_retry: float = 5.0
    after_stop: float = 5.0
    """The pause after somebody stopped the puppet: most likely another bot, which must not be fought."""
    take_over: float = 30.0
    """Refused for so long, the stream's reader is taken for dead and freed, at the price of a login."""


async def watched(wire: Wire, pace: Pace) -> AsyncGenerator[Event, None]:
    """The wire's events, with a probe after silence; fails where the wire has silently died."""
    starting: asyncio.Task[None] | None = None
    # A time limit around the stream itself would end it, so it is read by a task of its own.
    heard: _Heard = asyncio.Queue(_AHEAD)
    reading = asyncio.create_task(_read(wire, heard))
    try:
        while True:
            event = await _next(wire, heard, pace, greeted=starting is not None)
            if event is None:
                return
            if isinstance(event, Exception):
                raise event
            # The stream comes before Start, so that nothing is missed; and there is never a Stop
            # on the way out, because that logs the account out of WeChat.
            starting = starting or asyncio.create_task(_start(wire))
            yield event
    finally:
        await _drop(reading, starting)


async def _read(wire: Wire, heard: _Heard) -> None:
    """Read the stream to its end; None or what broke it comes last."""
    try:
        async with aclosing(wire.events()) as stream:
            async for event in stream:
                await heard.put(event)
    except Exception as error:  # noqa: BLE001 - whoever takes the events raises it
        await heard.put(error)
    else:
        await heard.put(None)


async def _next(wire: Wire, heard: _Heard, pace: Pace, *, greeted: bool) -> Event | Exception | None:
    """What comes next; not every puppet has heartbeats, and a ding makes it send a dong down the event stream."""
    if not heard.empty():
        return heard.get_nowait()
    with suppress(TimeoutError):
        async with asyncio.timeout(pace.silence if greeted else pace.greeting):
            return await heard.get()
    if not greeted:
        raise TooSlow("the gateway did not greet")
    try:
        async with asyncio.timeout(pace.probe):
            await wire.ding()
            return await heard.get()
    except TimeoutError as error:
        raise TooSlow("the gateway has fallen silent") from error


async def _start(wire: Wire) -> None:
    try:
        await wire.start()
    except WireError as error:
        _log.warning("not started: %s", error)  # the event stream tells the same, and reconnects


async def _drop(*tasks: "asyncio.Task[Any] | None") -> None:
    for task in tasks:
        if task is not None:
            task.cancel()
            await asyncio.wait({task})
            if not task.cancelled():
                task.exception()  # it has been told already
