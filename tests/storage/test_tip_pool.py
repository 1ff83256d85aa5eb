"""The pool in the book, on both databases: one row, one blob, one transaction, and a key that dies after it."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.rules.loader import load_rules
from domain.awarding import Award
from domain.enrolment import EnrolGrid, EnrolSubject
from domain.ledger import Hand
from domain.refusal import AlreadyDone, Moved
from domain.tips.effects import GrantReward
from domain.tips.pool import DropPoolKeys, JoinPool, PoolWaits, ReleasePool
from domain.tips.queries import RewardOpen
from storage.database import Database
from storage.tables.ledger import entry
from storage.tables.tips import tip_pool, tip_reward
from tests.storage.tips import DAY, RECEIPT, Kept, kept, tip

RULES = load_rules(None)
TERMS = RULES.rewards.tip_reward
R34 = RULES.item("R34")
DEED = next(one for one in RULES.catalogue.items if one.code == "R05")
LAST = date(2026, 11, 30)
NOW = (0,)


@pytest.fixture
async def book(database: Database, tmp_path: Path) -> AsyncIterator[Kept]:
    async for made in kept(database, tmp_path / "keys"):
        yield made


async def neighbours(book: Kept, count: int) -> None:
    """Residents who have been there for long and did something good this month."""
    homes = [EnrolSubject("resident", f"居民{n:03}", "2", f"1栋1单元{n}") for n in range(count)]
    await book.post(EnrolGrid("2", "二网格"), *homes)
    for on in (date(2026, 3, 2), date(2026, 11, 3)):
        await book.post(*(made for n in range(1, count + 1) for made in _deed(n, on)))


def _deed(subject: int, on: date) -> Sequence[object]:
    return Award(subject, DEED, 1, f"test:{subject}:{on}", Hand(), on, "v1").entries()


def batch(**more: object) -> ReleasePool:
    assert R34 is not None
    return ReleasePool(LAST, TERMS, R34, "v1", **more)  # type: ignore[arg-type]


async def claimed(book: Kept, receipt: str, code: str, subject: int, carry: tuple[int, ...] = NOW) -> None:
    await book.post(tip(code, receipt), GrantReward(code, LAST))
    await book.post(JoinPool(receipt, subject, DAY, carry))


async def booked(book: Kept) -> list[int]:
    rows = await book.store.reader.all(
        select(entry.c.subject).where(entry.c.item == "R34", entry.c.account == "credit").order_by(entry.c.seq)
    )
    return [row[0] for row in rows]


async def test_a_claim_is_deleted_and_the_blob_keeps_its_length(book: Kept) -> None:
    await neighbours(book, 3)
    sizes = set()
    for number, receipt in enumerate((RECEIPT, "1" * 16, "2" * 16), 1):
        await claimed(book, receipt, f"T7K3{number}", number)
        ((sealed,),) = await book.store.reader.all(select(tip_pool.c.sealed))
        sizes.add(len(bytes(sealed)))
        assert await book.store.answer(RewardOpen(receipt)) is None
    assert len(sizes) == 1
    assert await book.store.reader.all(select(tip_reward)) == []
    assert await book.store.answer(PoolWaits()) == 3
    with pytest.raises(Moved):
        await book.post(JoinPool(RECEIPT, 1, DAY, NOW))
    assert await booked(book) == []


async def test_a_batch_is_one_transaction_of_equal_lines_in_no_order_that_tells(book: Kept) -> None:
    await neighbours(book, 60)
    for number in (5, 6, 7):
        await claimed(book, str(number) * 16, f"T7K3{number}", number)
    await book.post(batch(), on=LAST)
    rows = await book.store.reader.all(
        select(entry.c.subject, entry.c.source, entry.c.amount, entry.c.posted_at, entry.c.grid, entry.c.role)
        .where(entry.c.item == "R34", entry.c.account == "credit")
        .order_by(entry.c.seq)
    )
    assert len(rows) == TERMS.cover_per_month
    assert {5, 6, 7} <= {row[0] for row in rows}
    assert len({tuple(row[2:]) for row in rows}) == 1
    sources = [row[1] for row in rows]
    assert sources == sorted(sources)
    assert [row[0] for row in rows] != sorted(row[0] for row in rows)
    assert await book.store.answer(PoolWaits()) == 0
    if not book.database.is_sqlite:
        assert await _transactions(book) == 1


async def _transactions(book: Kept) -> int:
    async with book.database.reader.connect() as connection:
        found = await connection.execute(text("SELECT count(DISTINCT xmin::text) FROM entry WHERE item = 'R34'"))
        return int(found.scalar_one())


async def test_old_blobs_open_no_more(book: Kept, tmp_path: Path) -> None:
    await neighbours(book, 20)
    await claimed(book, RECEIPT, "T7K3P", 5)
    ((epoch, sealed),) = await book.store.reader.all(select(tip_pool.c.epoch, tip_pool.c.sealed))
    assert book.vault.pools.open(bytes(sealed), epoch)
    await book.post(batch(), on=LAST)
    assert book.vault.pools.open(bytes(sealed), epoch)
    await book.post(DropPoolKeys(), on=LAST)
    assert book.vault.pools.open(bytes(sealed), epoch) is None
    assert [path.name for path in (tmp_path / "keys" / "pools").iterdir()] == ["2026-12"]
    assert await book.store.answer(PoolWaits()) == 0


async def test_a_quarter_has_one_for_each_account_whoever_it_is(book: Kept) -> None:
    await neighbours(book, 20)
    await claimed(book, RECEIPT, "T7K3P", 5)
    await claimed(book, "1" * 16, "T7K3Q", 5)
    await book.post(batch(), on=LAST)
    assert len(await booked(book)) == 20
    assert await book.store.answer(PoolWaits()) == 1
    december = date(2026, 12, 31)
    await book.post(*(made for n in range(1, 21) for made in _deed(n, date(2026, 12, 3))), on=december)
    await book.post(replace(batch(), on=december), on=december)
    assert len(await booked(book)) == 20
    january = date(2027, 1, 31)
    await book.post(*(made for n in range(1, 21) for made in _deed(n, date(2027, 1, 3))), on=january)
    await book.post(replace(batch(), on=january), on=january)
    assert len(await booked(book)) == 40
    assert await book.store.answer(PoolWaits()) == 0


async def test_nobody_is_booked_where_fewer_than_ten_are_fit(book: Kept) -> None:
    await neighbours(book, 9)
    await claimed(book, RECEIPT, "T7K3P", 5)
    await book.post(batch(), on=LAST)
    assert await booked(book) == []
    assert await book.store.answer(PoolWaits()) == 1


async def test_newcomers_and_idle_ones_wait_since_they_would_stand_out(book: Kept) -> None:
    await neighbours(book, 12)
    await book.post(EnrolSubject("resident", "新来的", "2", "9栋1单元101"), *_deed(13, date(2026, 11, 3)))
    await book.post(EnrolSubject("resident", "没动静的", "2", "9栋1单元102"), *_deed(14, date(2026, 3, 3)))
    await claimed(book, RECEIPT, "T7K3P", 13)
    await claimed(book, "1" * 16, "T7K3Q", 14)
    await book.post(batch(), on=LAST)
    assert sorted(await booked(book)) == list(range(1, 13))
    assert await book.store.answer(PoolWaits()) == 2


async def test_a_pool_that_is_turned_off_pays_and_goes(book: Kept) -> None:
    await neighbours(book, 12)
    await claimed(book, RECEIPT, "T7K3P", 5)
    await book.post(batch(grows=False), DropPoolKeys(), on=LAST)
    assert 5 in await booked(book)
    assert await book.store.answer(PoolWaits()) is None


async def test_the_lines_of_one_batch_cannot_be_booked_twice(book: Kept) -> None:
    """A crash before the keys die may run the batch again: the ledger knows who had it this quarter."""
    await neighbours(book, 12)
    await book.post(batch(), on=LAST, key="contribution_batch|2026-11")
    with pytest.raises(AlreadyDone):
        await book.post(batch(), on=LAST, key="contribution_batch|2026-11")
    await book.post(batch(), on=LAST)
    assert len(await booked(book)) == 12


async def test_a_pool_without_its_key_is_lost_and_breaks_nothing(book: Kept) -> None:
    await neighbours(book, 12)
    await claimed(book, RECEIPT, "T7K3P", 5)
    book.vault.pools.destroy_but("")
    assert await book.store.answer(PoolWaits()) == 0
    await claimed(book, "1" * 16, "T7K3Q", 6)
    assert await book.store.answer(PoolWaits()) == 1
    await book.post(batch(), on=LAST)
    assert len(await booked(book)) == 12
