"""Copies of the book: made while the bot runs, opened and proved before they get their name, the last ones kept."""

import asyncio
import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.exc import DatabaseError

from domain.backup import Backup
from domain.proof import Proof
from storage.database import Database
from storage.dumping import BrokenDumpError, dump, load
from storage.ledger import prove
from storage.tables import metadata
from storage.tables.outbox import SEALED, outbox
from storage.tables.tips import tip_case

KEPT = 14
CHECKPOINTS = "checkpoints.txt"
"""Beside the copies: the chain's head at each of them, so that a copy that lost its end is seen."""
SQLITE, LINES = ".db", ".jsonl.gz"
UNREADABLE = "the copy cannot be read"


async def back_up(database: Database, folder: Path, stamp: str, book: tuple[str, bytes]) -> Backup:
    """Copy the book of ``(community, note key)`` into a folder; a copy that does not hold gets no name."""
    await asyncio.to_thread(folder.mkdir, 0o700, parents=True, exist_ok=True)
    name = f"gridbot-{stamp}{SQLITE if database.is_sqlite else LINES}"
    part = folder / f".{name}.part"
    try:
        await _copy(database, part)
        proof = await asyncio.to_thread(proof_of, part, database.is_sqlite, *book)
        if not proof.broken:
            await asyncio.to_thread(_finish, part, folder / name, f"{proof.entries} {proof.head}")
    finally:
        part.unlink(missing_ok=True)
    return Backup(name, proof.entries, proof.head, proof.broken)


def copies(folder: Path) -> list[Path]:
    """The copies in a folder, oldest first."""
    return sorted(path for path in folder.glob("gridbot-*") if path.name.endswith((SQLITE, LINES)))


def proof_of(path: Path, is_sqlite: bool, community: str, note_key: bytes) -> Proof:  # noqa: FBT001 - one of two forms
    """Open a copy on its own and recompute it; blocks."""
    try:
        if is_sqlite:
            return _proved(create_engine("sqlite://", creator=lambda: _opened(path)), community, note_key)
        with tempfile.TemporaryDirectory(prefix="gridbot-") as folder:
            return _proved(_loaded(path, Path(folder) / "book.db"), community, note_key)
    except (DatabaseError, BrokenDumpError):
        return Proof(0, "", (UNREADABLE,))


def missing_since(path: Path, proof: Proof) -> tuple[int, int] | None:
    """The first and last entry that the folder's checkpoints know and the copy does not have."""
    listed = path.parent / CHECKPOINTS
    lines = listed.read_text("utf-8").splitlines() if listed.is_file() else []
    known = {name: int(entries) for name, entries, _ in map(str.split, lines)}
    # One of our own copies may be old; a file that somebody copied should hold all that was ever copied.
    newest = known.get(path.name, max(known.values(), default=0))
    return (proof.entries + 1, newest) if newest > proof.entries else None


async def _copy(database: Database, part: Path) -> None:
    await asyncio.to_thread(_make_private, part)
    if database.is_sqlite:
        await asyncio.to_thread(_vacuum, str(database.writer.url.database), part)
        await asyncio.to_thread(_leave_out, part)
        return
    async with database.reader.connect() as connection:
        snapshot = await connection.execution_options(isolation_level="REPEATABLE READ")
        await snapshot.run_sync(dump, part)


def _make_private(part: Path) -> None:
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _opened(path: Path) -> sqlite3.Connection:
    # Only for reading: a second writer could meet the first one's checkpoint.
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)


def _vacuum(book: str, part: Path) -> None:
    with closing(_opened(Path(book))) as connection:
        connection.execute("VACUUM INTO ?", (str(part),))


def _leave_out(part: Path) -> None:
    """A copy outlives what it was made of: no way back to a reporter, and no message of one, is in it."""
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        for pragma in ("journal_mode=MEMORY", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if tip_case.name in there:
            connection.execute(f"UPDATE {tip_case.name} SET relay = '', relay_on = ''")  # noqa: S608 - our own table
        if outbox.name in there:
            connection.execute(f"DELETE FROM {outbox.name} WHERE target LIKE '{SEALED}%'")  # noqa: S608 - as above


def _loaded(path: Path, book: Path) -> Engine:
    engine = create_engine(f"sqlite:///{book}")
    try:
        with engine.begin() as connection:
            metadata.create_all(connection)
            load(connection, path)
    finally:
        engine.dispose()
    return engine


def _proved(engine: Engine, community: str, note_key: bytes) -> Proof:
    try:
        with engine.connect() as connection:
            if not _is_sound(connection):
                return Proof(0, "", (UNREADABLE,))
            return prove(connection, community, note_key)
    finally:
        engine.dispose()


def _is_sound(connection: Connection) -> bool:
    return bool(connection.execute(text("PRAGMA integrity_check")).scalars().first() == "ok")


def _finish(part: Path, path: Path, head: str) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(path)
    with (path.parent / CHECKPOINTS).open("a", encoding="utf-8") as file:
        file.write(f"{path.name} {head}\n")
        file.flush()
        os.fsync(file.fileno())
    for old in copies(path.parent)[:-KEPT]:
        old.unlink()
