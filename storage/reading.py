"""Reading without a transaction and without ceremony: a statement is compiled once and goes straight to the driver."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Executable

from domain.backup import Backup
from storage.backup import back_up
from storage.compiling import compiled
from storage.database import Database
from storage.reading_here import ReadingHere, Row
from storage.reading_pool import ReadingPool
from storage.vault.vault import Vault

T = TypeVar("T")


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
        self._dialect = database.reader.dialect
        self._driver = ReadingHere(Path(file)) if database.is_sqlite and file else ReadingPool(database.reader)

    async def all(self, statement: Executable, **values: object) -> Sequence[Row]:
        """Every row of a statement built once at import, as plain tuples."""
        text, own, pick = compiled(statement, self._dialect)
        return await self._driver.fetch(text, pick({**own, "community": self._community, **values}))

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
        """Give the reading connections back."""
        await self._driver.close()
