"""What a database notes of its own accord about rows tells nobody at which minute a tip-off came."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.rules.loader import load_rules
from domain.decision import Claim, Say, Target, Unit, Watch
from domain.outbox import Mark, OwedNow
from domain.tips.effects import EraseTips, HandOver, SaySealed
from domain.tips.queries import TipByReceipt
from storage.database import Database
from storage.days import start_of
from storage.tables.outbox import outbox
from tests.storage.tips import DAY, RECEIPT, TEXT, Kept, kept, later, tip

MIDNIGHT = start_of(DAY)
PHOTO = b"\xff\xd8" + bytes(range(256)) * 30


@pytest.fixture
async def book(database: Database, tmp_path: Path) -> AsyncIterator[Kept]:
    async for made in kept(database, tmp_path / "keys"):
        yield made


async def _ordinary(book: Kept, minute: int) -> None:
    """Something that is kept with its moment, and a message about it."""
    at = MIDNIGHT + (600 + minute) * 60_000
    await book.store.post(
        Unit(Claim("message", f"m{minute}", f"f{minute}"), (Say(Target("grid", "2"), "通知"),), at=at)
    )


async def _in_between(book: Kept) -> None:
    """Two tips, one with more to it, among ordinary messages; what was sealed is delivered meanwhile or later."""
    for minute, (code, receipt) in enumerate((("T9ZZZZ", RECEIPT), ("T7K3P", RECEIPT[::-1]))):
        await _ordinary(book, 10 * minute)
        said = SaySealed(Say(Target("account", "li", "wechat"), receipt))
        await book.post(tip(code, receipt, text=TEXT * 40, photo=PHOTO), said, key=f"secret {code}")
        await _ordinary(book, 10 * minute + 1)
        sealed = [one.id for one in await book.store.answer(OwedNow(2**53)) if one.id > 2**60]
        await book.post(*(Mark(one, "sent", 1, sent_at=1) for one in sealed))
    await _ordinary(book, 30)


async def test_sealed_messages_are_of_few_lengths(book: Kept) -> None:
    """回执、追问、长短不同的账号：封好的话都一样长；卡片只有几种长度。"""
    for account, words in (("li", "短"), ("wxid_" + "x" * 60, "请问" * 80), ("visitor:1", RECEIPT)):
        await book.post(SaySealed(Say(Target("account", account, "wechat"), words)))
    lengths = {len(row[0]) for row in await book.store.reader.all(select(outbox.c.payload))}
    assert len(lengths) == 1
    assert len(await book.store.answer(OwedNow(2**53))) == 3
    await book.post(SaySealed(Say(Target("account", "li", "wechat"), "长" * 4000)))
    await book.post(SaySealed(Say(Target("account", "li", "wechat"), "很长" * 4000)))
    longer = {len(row[0]) for row in await book.store.reader.all(select(outbox.c.payload))} - lengths
    assert len(longer) == 2


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_count_of_a_tip_s_changes_stands_apart(book: Kept) -> None:
    await book.post(tip(), HandOver("T7K3P", DAY))
    case = await book.store.answer(TipByReceipt(RECEIPT))
    assert case is not None
    await book.store.post(Unit(None, (), (Watch("subject:1", 0),), at=MIDNIGHT))
    await book.store.post(Unit(None, (), (case.watch, Watch("subject:2", 0)), at=MIDNIGHT))
    rows = await book.store.reader.all(text("SELECT rowid, key, version FROM version ORDER BY rowid DESC"))
    assert [tuple(row) for row in rows][:2] == [(2, "subject:2", 1), (1, "subject:1", 1)]
    assert (rows[2][0] < 0, rows[2][1:]) == (True, (case.watch.key, 1))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_ordinary_rows_stand_as_if_nothing_confidential_had_come_between(book: Kept) -> None:
    await _in_between(book)
    with closing(sqlite3.connect(str(book.database.writer.url.database))) as connection:
        for table in ("inbox", "outbox"):
            numbers = [row[0] for row in connection.execute(f"SELECT rowid FROM {table} ORDER BY rowid")]  # noqa: S608
            assert [one for one in numbers if one > 0] == [1, 2, 3, 4, 5]
        (claims,) = connection.execute("SELECT count(*) FROM inbox WHERE rowid < 0").fetchone()
    assert claims == 2


async def _wrote(book: Kept) -> dict[str, set[int]]:
    """The transactions that wrote what belongs to tips, what is kept beside the table included."""
    wanted = {
        **dict.fromkeys(("tip_case", "tip_recipient", "tip_receipt", "tip_part", "tip_wrap", "tip_count"), "true"),
        "inbox": "fingerprint = ''",
        "version": "key LIKE 'matter:T%'",
    }
    async with book.database.reader.connect() as connection:
        beside = await connection.execute(
            text("SELECT reltoastrelid::regclass::text FROM pg_class WHERE relname = 'tip_part'")
        )
        wanted[beside.scalar_one()] = "true"
        return {
            table: set((await connection.execute(text(f"SELECT xmin::text FROM {table} WHERE {which}"))).scalars())  # noqa: S608
            for table, which in wanted.items()
        }


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_after_the_batch_all_rows_are_of_one_transaction(book: Kept) -> None:
    """The receipt's row as well, the photo kept beside the table, and the message's claim."""
    await _in_between(book)
    before = await _wrote(book)
    assert len(before["tip_receipt"]) == len(before["inbox"]) == 2
    await book.post(HandOver("T7K3P", DAY), HandOver("T9ZZZZ", DAY))
    after = await _wrote(book)
    assert [table for table, found in after.items() if len(found) != (table != "version")] == []
    assert len(set().union(*after.values())) == 1


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_the_night_does_the_same_for_what_came_after_the_last_batch(book: Kept) -> None:
    await _in_between(book)
    await book.post(HandOver("T7K3P", DAY), HandOver("T9ZZZZ", DAY))
    case = await book.store.answer(TipByReceipt(RECEIPT))
    assert case is not None
    await book.store.post(Unit(Claim("message", "more"), (), (case.watch,), at=MIDNIGHT))
    await _ordinary(book, 40)
    await book.post(EraseTips(later(days=1), load_rules(None).ratings.retention))
    after = await _wrote(book)
    assert after["inbox"] == after["version"] == after["tip_case"] == after["tip_receipt"]
