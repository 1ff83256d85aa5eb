"""One lane per conversation: messages of one are served in order, those of others beside them."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Lanes(Generic[T]):
    """Serves things in order within a lane; a lane and its one task exist only while there is something in it."""

    def __init__(self, serve: Callable[[T], Awaitable[None]]) -> None:
        self._serve = serve
        self._lanes: dict[Hashable, tuple[deque[T], asyncio.Task[None]]] = {}
        self._idle = asyncio.Event()
        self._idle.set()

    def put(self, lane: Hashable, thing: T) -> None:
        """Serve this after everything that is already in the lane."""
        if lane in self._lanes:
            self._lanes[lane][0].append(thing)
            return
        self._idle.clear()
        waiting = deque((thing,))
        self._lanes[lane] = waiting, asyncio.create_task(self._drive(lane, waiting))

    async def _drive(self, lane: Hashable, waiting: deque[T]) -> None:
        try:
            while waiting:
                await self._serve(waiting.popleft())
        finally:
            del self._lanes[lane]
            if not self._lanes:
                self._idle.set()

    async def idle(self) -> None:
        """Return once no lane has anything left."""
        await self._idle.wait()
