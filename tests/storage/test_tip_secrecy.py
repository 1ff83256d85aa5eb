"""Whoever steals the database finds neither who reported nor what was said (reliability.md, 2.10 and L15)."""

import contextlib
import gzip
import hashlib
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, select, text

from bot.rules.loader import load_rules
from domain.decision import Say, Target, Unit
from domain.outbox import Mark, OwedNow
from domain.tips.effects import (
    EraseTips,
    ForgetReporter,
    HandOver,
    MoveTip,
    SaySealed,
    TellReporter,
    WithdrawTip,
    supplement,
)
from domain.tips.queries import TipByReceipt, TipsToHandOver
from storage.backup import back_up
from storage.database import Database, open_database, sqlite_url
from storage.restoring import restore
from storage.store import Store
from storage.tables import metadata
from storage.tables.tips import tip_case, tip_part
from storage.vault.sealing import Unopened
from tests.conftest import COMMUNITY, NOTE_KEY
from tests.storage.tips import DAY, RECEIPT, REPORTER, TEXT, Kept, kept, later, tip

ALLOWED = {
    "tip_case": "community code state grid topic urgent serious guarded readable opened_on handed_on closed_on"
    " matter_mark relay relay_on joined rewarded",
    "tip_recipient": "community code person role voted",
    "tip_part": "community code part kind body",
    "tip_wrap": "community code part person wrap",
    "tip_receipt": "community mark code",
    "tip_reward": "community mark until_on",
    "tip_pool": "community epoch sealed",
    "tip_echo": "community code part sealed",
    "tip_view": "community code person seen_on role",
    "tip_count": "community month kind count",
    "tip_key": "community person public made_on",
}
"""Every column that tip-offs have; one more needs a reason that holds against a thief."""
CANARIES = ("CANARY", "飞线充电", "亲眼看见", REPORTER.id, RECEIPT, "3847 1029", "晚上十点", "请问大概几点", "2|RN09|3")


@pytest.fixture
async def book(database: Database, tmp_path: Path) -> AsyncIterator[Kept]:
    async for made in kept(database, tmp_path / "keys"):
        yield made


async def _life(book: Kept) -> None:
    await book.post(tip(), SaySealed(Say(Target("account", REPORTER.id, REPORTER.channel), RECEIPT)))
    await book.post(HandOver("T7K3P", DAY))
    case = await book.store.answer(TipByReceipt(RECEIPT))
    assert case is not None
    await book.post(*supplement(case, "晚上十点", DAY), TellReporter("T7K3P", "请问大概几点", DAY))


async def _dump(book: Kept) -> bytes:
    """All that lies on the disk on SQLite, all rows on PostgreSQL."""
    if book.database.is_sqlite:
        file = Path(book.database.writer.url.database or "")
        return b"".join(path.read_bytes() for path in sorted(file.parent.glob(f"{file.name}*")))
    found: list[bytes] = []
    for table in metadata.sorted_tables:
        for row in await book.store.reader.all(select(table)):
            found += [value if isinstance(value, bytes) else str(value).encode() for value in row]
    return b"\n".join(found)


def _forms(canary: str) -> list[bytes]:
    plain = canary.encode()
    hashes = [hashlib.new(name, plain).hexdigest().encode() for name in ("md5", "sha1", "sha256")]
    return [plain, canary.encode("utf-16-le"), plain.hex().encode(), *hashes]


async def test_nothing_of_a_tip_lies_open_in_the_database(book: Kept) -> None:
    await _life(book)
    dump = await _dump(book)
    assert [canary for canary in CANARIES for form in _forms(canary) if form in dump] == []


async def test_the_search_would_find_it(book: Kept) -> None:
    """The same search finds what is said the ordinary way, so that it proves something."""
    await book.post(Say(Target("account", REPORTER.id, REPORTER.channel), "CANARY"))
    dump = await _dump(book)
    assert b"CANARY" in dump
    assert REPORTER.id.encode() in dump


async def test_after_erasure_not_even_the_sealed_text_is_left(book: Kept) -> None:
    await _life(book)
    sealed = [bytes(row[0])[:64] for row in await book.store.reader.all(select(tip_part.c.body))]
    assert len(sealed) == 2
    case = await book.store.answer(TipByReceipt(RECEIPT))
    assert case is not None
    await book.post(HandOver("T7K3P", DAY), MoveTip(case, "confirmed", DAY))
    await book.post(EraseTips(later(days=30), load_rules(None).ratings.retention))
    dump = await _dump(book)
    assert [piece for piece in sealed if piece in dump] == []


async def _delivered(book: Kept) -> None:
    for one in await book.store.answer(OwedNow(2**53)):
        await book.post(Mark(one.id, "sent", 1, sent_at=1))


def _sealed(dump: bytes) -> list[str]:
    return [found.decode() for found in re.findall(rb"2026-11\.[A-Za-z0-9+/]{64,}={0,2}", dump)]


async def test_once_closed_no_key_finds_the_way_back_in_the_files(book: Kept) -> None:
    """Right after the verdict: neither file nor log holds the reporter's address any more, sealed or not."""
    await _life(book)
    await book.post(HandOver("T7K3P", DAY))
    await _delivered(book)
    case = await book.store.answer(TipByReceipt(RECEIPT))
    assert case is not None
    way_back = await book.store.reader.first(select(tip_case.c.relay))
    assert way_back is not None
    assert way_back[0].encode() in await _dump(book)
    await book.post(MoveTip(case, "confirmed", DAY), TellReporter("T7K3P", "已劝导", DAY))
    await _delivered(book)
    left = _sealed(await _dump(book))
    assert way_back[0] not in left
    assert [book.vault.open(one, "relay") for one in left if len(one) == len(way_back[0])] == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_log_that_somebody_reads_is_emptied_later(book: Kept) -> None:
    """While a long look at the book lasts nothing can be emptied; the next thing that is kept makes up for it."""
    await book.post(tip())
    async with book.database.reader.connect() as looking:
        await looking.execute(select(tip_case.c.relay))
        await book.post(ForgetReporter("T7K3P"))
        assert len(_sealed(await _dump(book))) > 0
        assert _log(book).stat().st_size > 0
    await book.post(Say(Target("grid", "2"), "通知"))
    assert _log(book).stat().st_size == 0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_what_a_killed_process_left_in_the_log_goes_with_the_next_one(
    book: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def killed(_self: Database) -> bool:
        return False

    monkeypatch.setattr(Database, "truncate_log", killed)
    await book.post(tip())
    await book.post(ForgetReporter("T7K3P"))
    monkeypatch.undo()
    assert _log(book).stat().st_size > 0
    after = Store(book.database, COMMUNITY, NOTE_KEY, book.vault)
    await after.post(Unit(None, (Say(Target("grid", "2"), "通知"),), at=1))
    assert _log(book).stat().st_size == 0
    await after.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_every_night_on_which_something_was_told_the_file_is_written_anew(
    book: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stayed behind where pages were divided goes too; nights without anything cost nothing."""
    keep, written = load_rules(None).ratings.retention, list[int]()
    rewrite = Database.rewrite

    async def counted(database: Database) -> None:
        written.append(await _free_pages(book))
        await rewrite(database)

    monkeypatch.setattr(Database, "rewrite", counted)
    for number in range(8):
        await book.post(tip(f"T7K3P{number}", f"{number}" * 16, text=TEXT * 90))
        case = await book.store.answer(TipByReceipt(f"{number}" * 16))
        assert case is not None
        await book.post(WithdrawTip(case, DAY))
    await book.post(EraseTips(later(days=1), keep))
    assert written[0] > 0
    assert await _free_pages(book) == 0
    assert _log(book).stat().st_size == 0
    await book.post(Say(Target("grid", "2"), "通知"))
    await book.post(EraseTips(later(days=2), keep))
    assert len(written) == 1
    await book.post(tip())
    await book.post(EraseTips(later(days=3), keep))
    assert len(written) == 2


async def _free_pages(book: Kept) -> int:
    (row,) = await book.store.reader.all(text("PRAGMA freelist_count"))
    return int(row[0])


async def test_what_cannot_be_emptied_does_not_undo_what_was_posted(
    book: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(_self: Database) -> bool:
        raise OSError("no space left")

    monkeypatch.setattr(Database, "truncate_log", broken)
    await book.post(tip())
    monkeypatch.undo()
    await book.post(ForgetReporter("T7K3P"))
    assert await book.store.answer(TipByReceipt(RECEIPT)) is not None


async def test_copies_hold_no_way_back_to_anybody(book: Kept, tmp_path: Path) -> None:
    """With the month's key too: what a copy still has of an open tip is its text for the next batch, never a person."""
    await book.post(tip(), SaySealed(Say(Target("account", REPORTER.id, REPORTER.channel), RECEIPT)))
    made = await back_up(book.database, tmp_path / "copies", "2026-11-24-0340", (COMMUNITY, NOTE_KEY))
    raw = (tmp_path / "copies" / made.name).read_bytes()
    left = _sealed(gzip.decompress(raw) if made.name.endswith(".gz") else raw)
    assert len(left) == 1
    assert [one for one in left if REPORTER.id.encode() in (_opened(book, one) or b"")] == []
    again = open_database(sqlite_url(tmp_path / "again.db"))
    if made.name.endswith(".db"):
        await restore(again, tmp_path / "copies" / made.name)
        back = Store(again, COMMUNITY, NOTE_KEY, book.vault)
        assert await back.answer(TipsToHandOver()) == ("T7K3P",)
        found = await back.answer(TipByReceipt(RECEIPT))
        assert found is not None
        assert not found.reachable
        await back.close()
    await again.close()


def _opened(book: Kept, sealed: str) -> bytes | None:
    for purpose in ("relay", "outbox"):
        with contextlib.suppress(Unopened):
            return book.vault.open(sealed, purpose)
    return None


def _log(book: Kept) -> Path:
    return Path(f"{book.database.writer.url.database}-wal")


async def test_delivered_messages_leave_nothing(book: Kept) -> None:
    await _life(book)
    for one in await book.store.answer(OwedNow(2**53)):
        await book.post(Mark(one.id, "sent", 1, sent_at=1, platform_id="platform", door=REPORTER.id))
    assert REPORTER.id.encode() not in await _dump(book)


def test_no_column_leads_from_a_case_to_an_account() -> None:
    found = {
        table.name: {column.name for column in table.columns}
        for table in metadata.sorted_tables
        if table.name.startswith("tip_")
    }
    assert found == {name: set(columns.split()) for name, columns in ALLOWED.items()}
    assert all(not table.foreign_keys for table in metadata.sorted_tables if table.name in found)


def test_only_staff_numbers_are_shared_with_other_tables() -> None:
    """Within the tips' tables a person is a recipient; bodies are bytes, and nothing is a time in milliseconds."""
    tables = [table for table in metadata.sorted_tables if table.name.startswith("tip_")]
    names = {column.name for table in tables for column in table.columns}
    assert names.isdisjoint({"account", "channel", "chat", "room", "sender", "subject", "message", "at", "seq", "id"})
    assert not {name for name in names if name.endswith("_at")}
    assert [c.name for t in tables for c in t.columns if isinstance(c.type, LargeBinary)].count("body") == 1
