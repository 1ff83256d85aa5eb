"""The fastest writers there are: the bare drivers, committing whatever queued while the last commit ran."""

import asyncio
import queue
import sqlite3
import threading
from pathlib import Path
from typing import Any

import asyncpg

from benchmarks.plain_book import BODY, PlainBook

_LARGEST = 256
_ADD_ENTRY = "INSERT INTO entry(subject, delta, kind, ref, at) VALUES (:subject, :delta, :kind, :ref, :at)"
_MOVE = "UPDATE balance SET points = points + :delta WHERE subject = :subject RETURNING points"
_ADD_OUTBOX = "INSERT INTO outbox(room, body, state) VALUES (?, ?, 0)"
_BATCH = """WITH i AS (SELECT * FROM unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::bigint[], $6::text[])
   AS t(subject, delta, kind, ref, at, body)),
 e AS (INSERT INTO entry(subject, delta, kind, ref, at) SELECT subject, delta, kind, ref, at FROM i ORDER BY subject),
 o AS (INSERT INTO outbox(room, body, state) SELECT 'r1', body, 0 FROM i),
 d AS (SELECT subject, sum(delta)::int AS delta FROM i GROUP BY subject)
 UPDATE balance b SET points = b.points + d.delta FROM d WHERE b.subject = d.subject RETURNING b.subject, b.points"""


class GroupedThread:
    """SQLite by one thread with the standard library's own driver."""

    def __init__(self, path: Path, plain: PlainBook) -> None:
        self._loop, self._plain, self._path = asyncio.get_running_loop(), plain, path
        self._queue: queue.SimpleQueue[tuple[dict[str, Any], asyncio.Future[int]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    async def write(self) -> None:
        """One entry with its balance and its message."""
        done: asyncio.Future[int] = self._loop.create_future()
        self._queue.put((self._plain.entry(self._plain.someone()), done))
        await done

    def close(self) -> None:
        """Stop the thread."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        connection = sqlite3.connect(self._path, isolation_level=None)
        connection.execute("PRAGMA synchronous=FULL")
        while (first := self._queue.get()) is not None:
            batch = [first]
            while len(batch) < _LARGEST and not self._queue.empty():
                if (more := self._queue.get()) is not None:
                    batch.append(more)
            connection.execute("BEGIN IMMEDIATE")
            points = [self._post(connection, entry) for entry, _ in batch]
            connection.execute("COMMIT")
            self._loop.call_soon_threadsafe(self._answer, batch, points)
        connection.close()

    @staticmethod
    def _post(connection: sqlite3.Connection, entry: dict[str, Any]) -> int:
        connection.execute(_ADD_ENTRY, entry)
        (points,) = connection.execute(_MOVE, {"delta": entry["delta"], "subject": entry["subject"]}).fetchone()
        connection.execute(_ADD_OUTBOX, ("r1", BODY))
        return int(points)

    @staticmethod
    def _answer(batch: list[tuple[dict[str, Any], "asyncio.Future[int]"]], points: list[int]) -> None:
        for (_, done), balance in zip(batch, points, strict=True):
            done.set_result(balance)


class GroupedTask:
    """PostgreSQL by one task that sends one statement for all who wait."""

    def __init__(self, connection: "asyncpg.Connection[Any]", plain: PlainBook) -> None:
        self._connection, self._plain = connection, plain
        self._waiting: list[tuple[dict[str, Any], asyncio.Future[int]]] = []
        self._task: asyncio.Task[None] | None = None

    @classmethod
    async def opened(cls, url: str, plain: PlainBook) -> "GroupedTask":
        """One on a connection of its own."""
        return cls(await asyncpg.connect(url.replace("+asyncpg", "")), plain)

    async def write(self) -> None:
        """One entry with its balance and its message."""
        done: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._waiting.append((self._plain.entry(self._plain.someone()), done))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run())
        await done

    async def close(self) -> None:
        """Give the connection back."""
        await self._connection.close()

    async def _run(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:_LARGEST], self._waiting[_LARGEST:]
            columns = zip(*((*entry.values(), BODY) for entry, _ in batch), strict=True)
            points = dict(await self._connection.fetch(_BATCH, *map(list, columns)))
            for entry, done in batch:
                done.set_result(points[entry["subject"]])
