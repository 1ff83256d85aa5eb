"""One lane per conversation: messages of one are served in order, those of others beside them."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable

Work = Callable[[], Awaitable[None]]


class Lanes:
    """Runs work in order within a lane; a lane exists only while it has work."""

    def __init__(self) -> None:
        self._lanes: dict[Hashable, deque[Work]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._idle = asyncio.Event()
        self._idle.set()

    def put(self, lane: Hashable, work: Work) -> None:
        """Do this after everything that is already in the lane."""
        waiting = self._lanes.get(lane)
        if waiting is not None:
            waiting.append(work)
            return
        self._lanes[lane] = deque((work,))
        self._idle.clear()
        task = asyncio.create_task(self._drive(lane), name="lane")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _drive(self, lane: Hashable) -> None:
        waiting = self._lanes[lane]
        try:
            while waiting:
                await waiting.popleft()()
        finally:
            del self._lanes[lane]
            if not self._lanes:
                self._idle.set()

    async def idle(self) -> None:
        """Return once no lane has work left."""
        await self._idle.wait()
