"""Reads SQLite in one hop: whatever was asked while the last reads ran goes to the thread together."""

import asyncio
import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

Row = Sequence[Any]
_PRAGMAS = ("query_only=ON", "trusted_schema=OFF", "busy_timeout=5000")


class _Asked(NamedTuple):
    statement: str
    bound: Sequence[object]
    answer: "asyncio.Future[Sequence[Row]]"


class ReadingThread:
    """One reading connection with a thread of its own; every statement sees the last commit."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="reading")
        self._connection: sqlite3.Connection | None = None
        self._asked: list[_Asked] = []
        self._busy = False

    async def fetch(self, statement: str, bound: Sequence[object]) -> Sequence[Row]:
        """Every row of one statement."""
        loop = asyncio.get_running_loop()
        asked = _Asked(statement, bound, loop.create_future())
        self._asked.append(asked)
        if not self._busy:
            self._busy = True
            # One turn of the loop lets everybody who is ready at this moment join.
            loop.call_soon(self._start, loop)
        return await asked.answer

    async def close(self) -> None:
        """Give the connection back; nothing may be asked afterwards."""
        if self._connection is not None:
            await asyncio.get_running_loop().run_in_executor(self._thread, self._connection.close)
        self._thread.shutdown()

    def _start(self, loop: asyncio.AbstractEventLoop) -> None:
        asked, self._asked = self._asked, []
        self._busy = bool(asked)
        if asked:
            loop.run_in_executor(self._thread, self._read, asked).add_done_callback(
                lambda read: self._answer(loop, asked, read.result())
            )

    def _answer(
        self, loop: asyncio.AbstractEventLoop, asked: Sequence[_Asked], found: Sequence[Sequence[Row] | Exception]
    ) -> None:
        for one, rows in zip(asked, found, strict=True):
            if one.answer.done():  # whoever asked was cancelled
                continue
            if isinstance(rows, Exception):
                one.answer.set_exception(rows)
            else:
                one.answer.set_result(rows)
        # In a turn of its own: whoever was just answered may ask on and join.
        loop.call_soon(self._start, loop)

    def _read(self, asked: Sequence[_Asked]) -> list[Sequence[Row] | Exception]:
        found: list[Sequence[Row] | Exception] = []
        for one in asked:
            try:
                found.append(self._opened().execute(one.statement, one.bound).fetchall())
            except Exception as fault:  # noqa: BLE001 - it goes back to whoever asked
                found.append(fault)
        return found

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = sqlite3.connect(
                self._path, isolation_level=None, check_same_thread=False, cached_statements=512
            )
            for pragma in _PRAGMAS:
                self._connection.execute(f"PRAGMA {pragma}")
        return self._connection
