"""Reads SQLite where it is asked: a point read takes less time than the way to another thread.

A statement that turns out to be long is stopped and read again on a thread, so that nobody waits for it.
"""

import asyncio
import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

Row = Sequence[Any]
_PRAGMAS = ("query_only=ON", "trusted_schema=OFF")
_SHORT = 20_000
"""Instructions of SQLite's machine, well under a millisecond."""
_PATIENCE = 5.0


class _Connection:
    """A reading connection, opened when it is first needed; every statement sees the last commit."""

    def __init__(self, path: Path, patience: float, *, stops: bool = False) -> None:
        self._path = path
        self._patience = patience
        self._stops = stops
        self._open: sqlite3.Connection | None = None
        self._paces = 0

    def fetch(self, statement: str, bound: Sequence[object]) -> Sequence[Row]:
        self._paces = 0
        return (self._open or self._opened()).execute(statement, bound).fetchall()

    def close(self) -> None:
        if self._open is not None:
            self._open.close()

    def _opened(self) -> sqlite3.Connection:
        opened = sqlite3.connect(
            self._path, timeout=self._patience, isolation_level=None, check_same_thread=False, cached_statements=512
        )
        for pragma in _PRAGMAS:
            opened.execute(f"PRAGMA {pragma}")
        if self._stops:
            opened.set_progress_handler(self._too_long, _SHORT)
        self._open = opened
        return opened

    def _too_long(self) -> bool:
        # SQLite counts on from the last time a statement ran, so that the first pace may have been a short one.
        self._paces += 1
        return self._paces > 1


class ReadingHere:
    """One connection on the loop for what is short, one on a thread for what is long."""

    def __init__(self, path: Path) -> None:
        self._short = _Connection(path, 0, stops=True)
        self._long = _Connection(path, _PATIENCE)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="reading")

    async def fetch(self, statement: str, bound: Sequence[object]) -> Sequence[Row]:
        """Every row of one statement."""
        try:
            return self._short.fetch(statement, bound)
        except sqlite3.OperationalError:  # stopped, or the file is locked for a moment
            return await asyncio.get_running_loop().run_in_executor(self._thread, self._long.fetch, statement, bound)

    async def close(self) -> None:
        """Give the connections back; nothing may be asked afterwards."""
        self._short.close()
        await asyncio.get_running_loop().run_in_executor(self._thread, self._long.close)
        self._thread.shutdown()
