"""Writes SQLite on a thread of its own: a batch costs one hop there and back, however many statements it has."""

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import Connection, Engine

T = TypeVar("T")
_TURN = 0.0005
"""Seconds; by Python's own reckoning the loop would wait ten times as long, several times for one answer."""


class PostingThread:
    """The one connection that posts."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # Where both threads have work, the one that answers people waits for Python's lock this long and no longer.
        sys.setswitchinterval(min(_TURN, sys.getswitchinterval()))
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="posting")

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Do the work in one transaction: all of it is durable when this returns, nothing of it when it raises."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._run, work)

    async def close(self) -> None:
        """Give the connection back; nothing may be posted afterwards."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._engine.dispose)
        self._thread.shutdown()

    def _run(self, work: Callable[[Connection], T]) -> T:
        with self._engine.begin() as connection:
            return work(connection)
