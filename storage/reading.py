"""Reading without a transaction and without ceremony: one statement, one hop to the database's thread.

A statement is compiled once. On SQLite it goes to a thread that reads for all who ask at the same moment;
on PostgreSQL it goes through an autocommit connection.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler

from domain.backup import Backup
from storage.backup import back_up
from storage.database import Database
from storage.reading_thread import ReadingThread, Row
from storage.vault.vault import Vault

T = TypeVar("T")


@lru_cache(maxsize=512)
def _compiled(statement: ClauseElement) -> tuple[str, tuple[str, ...], Mapping[str, Any]]:
    compiled = statement.compile(dialect=sqlite.dialect(paramstyle="qmark"))
    assert isinstance(compiled, SQLCompiler)  # noqa: S101 - reading statements compile to nothing else
    positions = tuple(compiled.positiontup or ())
    return str(compiled), positions, dict(compiled.params)


class Reader:
    """Runs reading statements for one community."""

    def __init__(self, database: Database, community: str, note_key: bytes, vault: Vault | None = None) -> None:
        self._database = database
        self._community = community
        self._note_key = note_key
        self.vault = vault
        self.backups: Path | None = None
        """Where copies of the book go, once somebody sets it."""
        file = database.writer.url.database
        self._thread = ReadingThread(Path(file)) if database.is_sqlite and file else None

    async def all(self, statement: Executable, **values: object) -> Sequence[Row]:
        """Every row of a statement built once at import, as plain tuples."""
        values = {"community": self._community, **values}
        if self._thread is not None:
            assert isinstance(statement, ClauseElement)  # noqa: S101 - what Executable is in practice
            text, positions, defaults = _compiled(statement)
            return await self._thread.fetch(text, [values.get(name, defaults.get(name)) for name in positions])
        async with self._database.reader.connect() as connection:
            return [tuple(row) for row in await connection.execute(statement, values)]

    async def first(self, statement: Executable, **values: object) -> Row | None:
        """The first row, or None."""
        rows = await self.all(statement, **values)
        return rows[0] if rows else None

    async def survey(self, read: Callable[[Connection, str, bytes], T]) -> T:
        """What a function finds that needs many statements on one unchanging state of the book."""
        async with self._database.reader.connect() as connection:
            if not self._database.is_sqlite:
                # Outside a transaction every statement would see the commits made meanwhile.
                connection = await connection.execution_options(isolation_level="REPEATABLE READ")  # noqa: PLW2901
            return await connection.run_sync(read, self._community, self._note_key)

    async def back_up(self, stamp: str) -> Backup | None:
        """A copy of the book in the place for copies; None where there is none."""
        if self.backups is None:
            return None
        return await back_up(self._database, self.backups, stamp, (self._community, self._note_key))

    async def close(self) -> None:
        """Give the reading connection back."""
        if self._thread is not None:
            await self._thread.close()
