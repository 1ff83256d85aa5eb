"""Opens the database: SQLite with one writer and separate readers, or PostgreSQL by URL."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

SAFE_SQLITE = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""Versions from which SQLite's WAL-reset race is mended, by branch (reliability.md, finding 6)."""

_WRITER = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA secure_delete=ON",
    "PRAGMA busy_timeout=5000",
)
_HURRIED = tuple(pragma.replace("synchronous=FULL", "synchronous=NORMAL") for pragma in _WRITER)
_READER = ("PRAGMA query_only=ON", "PRAGMA trusted_schema=OFF", "PRAGMA busy_timeout=5000")


@dataclass(frozen=True, slots=True)
class Database:
    """The engines of one database: all writing goes through ``writer``, all reading through ``reader``."""

    writer: AsyncEngine
    reader: AsyncEngine
    hurried: bool = False
    """On SQLite: whether the last commits may be lost with the power, never more; for what can be made again."""

    @property
    def is_sqlite(self) -> bool:
        """True on SQLite."""
        return self.writer.dialect.name == "sqlite"

    @property
    def is_missing(self) -> bool:
        """True for a SQLite file that nobody has made yet."""
        return self.is_sqlite and not Path(str(self.writer.url.database)).exists()

    async def truncate_log(self) -> bool:
        """Empty SQLite's write-ahead log, where deleted rows would stay readable; False while a reader needs it."""
        if not self.is_sqlite:
            return True
        async with self.writer.connect() as connection:
            raw = await connection.get_raw_connection()
            driver = raw.driver_connection
            if driver is None:
                return False
            # Whoever posts waits meanwhile, and a long look at the book may take longer than that.
            await driver.execute_fetchall("PRAGMA busy_timeout=250")
            ((busy, _, _),) = await driver.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
            await driver.execute_fetchall("PRAGMA busy_timeout=5000")
            return not busy

    async def rewrite(self) -> None:
        """Write SQLite's file anew, page by page; nothing on PostgreSQL, or where a past is played.

        What was deleted is overwritten where it lay, but not the copies that stayed behind when pages were divided.
        """
        if not self.is_sqlite or self.hurried:
            return
        async with self.writer.connect() as connection:
            driver = (await connection.get_raw_connection()).driver_connection
            if driver is not None:
                await driver.execute_fetchall("VACUUM")

    async def close(self) -> None:
        """Give all connections back."""
        await self.reader.dispose()
        await self.writer.dispose()


def sqlite_url(path: Path) -> str:
    """The URL of a SQLite file."""
    return f"sqlite+aiosqlite:///{path}"


def open_database(url: str, *, hurried: bool = False) -> Database:
    """Engines for a ``sqlite+aiosqlite`` or ``postgresql+asyncpg`` URL; nothing is connected yet."""
    return _open_sqlite(url, hurried) if make_url(url).get_backend_name() == "sqlite" else _open_postgresql(url)


def _open_sqlite(url: str, hurried: bool) -> Database:  # noqa: FBT001 - passed on by name
    # Driver autocommit with explicit BEGIN: the driver's own begins late, and a read-then-write may fail.
    arguments = {"isolation_level": None}
    pool: dict[str, Any] = {"poolclass": AsyncAdaptedQueuePool, "max_overflow": 0, "connect_args": arguments}
    writer = create_async_engine(url, pool_size=1, hide_parameters=True, **pool)
    reader = create_async_engine(url, pool_size=2, hide_parameters=True, **pool)
    _prepare(writer.sync_engine, _HURRIED if hurried else _WRITER, "BEGIN IMMEDIATE")
    _prepare(reader.sync_engine, _READER, "BEGIN")
    return Database(writer, reader, hurried)


def posting_engine(database: Database) -> Engine:
    """For SQLite: the writer's twin without an event loop, for a thread that posts whole batches."""
    url = database.writer.url.set(drivername="sqlite")
    arguments = {"isolation_level": None, "check_same_thread": False}
    engine = create_engine(url, pool_size=1, max_overflow=0, hide_parameters=True, connect_args=arguments)
    _prepare(engine, _HURRIED if database.hurried else _WRITER, "BEGIN IMMEDIATE")
    return engine


def _prepare(engine: Engine, pragmas: tuple[str, ...], begin: str) -> None:
    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begun(connection: Any) -> None:  # noqa: ANN401
        connection.exec_driver_sql(begin)


def _open_postgresql(url: str) -> Database:
    writer = create_async_engine(url, pool_size=2, max_overflow=0, hide_parameters=True)
    reader = create_async_engine(url, pool_size=8, hide_parameters=True, isolation_level="AUTOCOMMIT")
    return Database(writer, reader)


def sqlite_is_safe(version: tuple[int, int, int] = sqlite3.sqlite_version_info) -> bool:
    """False where this SQLite still has the WAL-reset race; ``gridbot doctor`` says so."""
    return version >= SAFE_SQLITE[0] or any(version[:2] == safe[:2] and version >= safe for safe in SAFE_SQLITE[1:])
