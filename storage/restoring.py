"""Brings a copy back as the book, where there is none yet."""

import asyncio
import os
import shutil
from pathlib import Path

from sqlalchemy import Connection, func, inspect, select

from storage.backup import SQLITE
from storage.database import Database
from storage.dumping import load
from storage.migrations import migrate
from storage.tables.ledger import chain_head
from storage.tables.members import grid


async def is_empty(database: Database) -> bool:
    """True where no book would be overwritten."""
    if database.is_sqlite:
        return not await asyncio.to_thread(Path(str(database.writer.url.database)).exists)
    async with database.reader.connect() as connection:
        return await connection.run_sync(_holds_nothing)


def _holds_nothing(connection: Connection) -> bool:
    tables = [table for table in (grid, chain_head) if inspect(connection).has_table(table.name)]
    return not any(connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables)


async def restore(database: Database, copy: Path) -> None:
    """Make a proved copy the book, whole or not at all."""
    if copy.name.endswith(SQLITE):
        await asyncio.to_thread(_place, copy, Path(str(database.writer.url.database)))
        await migrate(database)
        return
    await migrate(database)
    async with database.writer.begin() as connection:
        await connection.run_sync(load, copy)


def _place(copy: Path, book: Path) -> None:
    part = book.with_name(f"{book.name}.part")
    shutil.copyfile(copy, part)
    part.chmod(0o600)
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(book)
