"""Copies of the book are whole, private, proved, and come back as the same book."""

import gzip
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import select, text

from domain.attachments import AttachmentOf, KeepAttachment
from domain.backup import BackUp, Backup
from domain.enrolment import EnrolGrid
from domain.proof import BookProof
from storage.backup import CHECKPOINTS, KEPT, UNREADABLE, back_up, copies, missing_since, proof_of
from storage.database import Database, open_database
from storage.restoring import is_empty, restore
from storage.store import Store
from storage.tables import metadata
from tests.conftest import COMMUNITY, NOTE_KEY
from tests.storage.test_store import award, unit

BOOK = (COMMUNITY, NOTE_KEY)
PICTURE = bytes(range(256))


async def fill(store: Store, entries: int = 3) -> None:
    await store.post(unit("grid", EnrolGrid("2", "二网格"), KeepAttachment("picture", "", PICTURE)))
    for number in range(entries):
        await store.post(unit(f"m{number}", award(f"m{number}", note=f"扶老人过街 {number}，“引号”\n换行")))


async def rows(database: Database) -> Mapping[str, list[tuple[object, ...]]]:
    async with database.reader.connect() as connection:
        found = {table.name: await connection.execute(select(table)) for table in metadata.sorted_tables}
        return {name: sorted(map(tuple, result), key=repr) for name, result in found.items()}


async def lose(database: Database) -> None:
    """The disk dies."""
    if database.is_sqlite:
        await database.close()
        book = Path(str(database.writer.url.database))
        for path in book.parent.glob(f"{book.name}*"):
            path.unlink()
        return
    async with database.writer.begin() as connection:
        await connection.execute(text("DROP SCHEMA public CASCADE"))
        await connection.execute(text("CREATE SCHEMA public"))


async def test_what_was_copied_comes_back(database: Database, database_url: str, tmp_path: Path) -> None:
    """备份演练：丢了整个账本，从备份恢复，一行不差，账对得上，还能接着记。"""
    store = Store(database, COMMUNITY, NOTE_KEY)
    await fill(store)
    before = await rows(database)
    made = await back_up(database, tmp_path / "copies", "2026-11-24-0340", BOOK)
    assert (made.entries, made.broken) == (3, ())
    await store.post(unit("later", award("later")))
    assert not await is_empty(database)
    await store.close()
    await lose(database)
    fresh = open_database(database_url)
    assert await is_empty(fresh)
    await restore(fresh, tmp_path / "copies" / made.name)
    assert await rows(fresh) == before
    again = Store(fresh, COMMUNITY, NOTE_KEY)
    picture = await again.answer(AttachmentOf("picture"))
    assert picture is not None
    assert picture.body == PICTURE
    await again.post(unit("next", award("next")))
    proof = await again.answer(BookProof())
    assert (proof.entries, proof.broken) == (4, ())
    await again.close()
    await fresh.close()


async def test_a_copy_is_for_the_owner_and_holds_no_key(store: Store, database: Database, tmp_path: Path) -> None:
    await fill(store)
    await back_up(database, tmp_path / "copies", "2026-11-24-0340", BOOK)
    folder = tmp_path / "copies"
    (copy,) = copies(folder)
    assert folder.stat().st_mode & 0o077 == 0
    assert copy.stat().st_mode & 0o777 == 0o600
    assert {path.name for path in folder.iterdir()} == {copy.name, CHECKPOINTS}
    raw = copy.read_bytes()
    assert NOTE_KEY not in (gzip.decompress(raw) if copy.suffix == ".gz" else raw)


async def test_the_last_ones_are_kept(store: Store, database: Database, tmp_path: Path) -> None:
    await fill(store, 1)
    for day in range(KEPT + 3):
        await back_up(database, tmp_path / "copies", f"2026-11-{day + 1:02}-0340", BOOK)
    kept = copies(tmp_path / "copies")
    assert len(kept) == KEPT
    assert kept[0].name.startswith("gridbot-2026-11-04-0340")


async def test_the_calendar_asks_for_it_only_where_a_place_is_set(
    store: Store, database: Database, tmp_path: Path
) -> None:
    assert await store.answer(BackUp("2026-11-24-0340")) is None
    placed = Store(database, COMMUNITY, NOTE_KEY)
    placed.reader.backups = tmp_path / "copies"
    made = await placed.answer(BackUp("2026-11-24-0340"))
    assert isinstance(made, Backup)
    assert [path.name for path in copies(tmp_path / "copies")] == [made.name]
    await placed.close()


async def test_a_book_that_does_not_hold_gets_no_copy(store: Store, database: Database, tmp_path: Path) -> None:
    await fill(store)
    async with database.writer.begin() as connection:
        await connection.execute(text("UPDATE balance SET points = points + 1"))
    made = await back_up(database, tmp_path / "copies", "2026-11-24-0340", BOOK)
    assert made.broken != ()
    assert list((tmp_path / "copies").iterdir()) == []


@pytest.mark.parametrize("harm", ["short", "middle", "empty"])
async def test_a_damaged_copy_is_refused(store: Store, database: Database, tmp_path: Path, harm: str) -> None:
    await fill(store, 40)
    made = await back_up(database, tmp_path / "copies", "2026-11-24-0340", BOOK)
    copy = tmp_path / "copies" / made.name
    raw = copy.read_bytes()
    half = len(raw) // 2
    copy.write_bytes({"short": raw[:half], "middle": raw[:half] + bytes(4096) + raw[half + 4096 :], "empty": b""}[harm])
    assert proof_of(copy, database.is_sqlite, *BOOK).broken != ()


async def test_a_book_copied_without_its_tail_is_told(store: Store, database: Database, tmp_path: Path) -> None:
    """只拷了 bot.db、落下了 -wal：恢复时说得出少了哪几笔。"""
    await fill(store, 2)
    made = await back_up(database, tmp_path / "copies", "2026-11-24-0340", BOOK)
    short = (tmp_path / "copies" / made.name).rename(tmp_path / "copies" / f"bot{Path(made.name).suffix}")
    await fill_more(store)
    await back_up(database, tmp_path / "copies", "2026-11-25-0340", BOOK)
    proof = proof_of(short, database.is_sqlite, *BOOK)
    assert (proof.entries, proof.broken) == (2, ())
    assert missing_since(short, proof) == (3, 5)
    assert missing_since(tmp_path / "copies" / made.name, proof) is None


async def fill_more(store: Store) -> None:
    for number in range(3):
        await store.post(unit(f"later{number}", award(f"later{number}")))


def test_what_is_no_copy_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b'{"format":"gridbot-1"}\n{"rows":1}\n'))
    assert proof_of(tmp_path / "a.jsonl.gz", False, *BOOK).broken == (UNREADABLE,)
    with sqlite3.connect(tmp_path / "a.db") as connection:
        connection.execute("CREATE TABLE other (a)")
    connection.close()
    assert proof_of(tmp_path / "a.db", True, *BOOK).broken == (UNREADABLE,)
