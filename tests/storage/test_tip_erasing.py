"""Tip-offs whose time is over, on both databases: texts, ways back, receipts, keys."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.rules.loader import load_rules
from domain.outbox import Mark, Owed, OwedNow
from domain.tips.case import TipCase
from domain.tips.effects import (
    EraseTips,
    HandOver,
    KeepEpochs,
    MoveTip,
    WithdrawTip,
)
from domain.tips.queries import (
    TipByReceipt,
    TipsOpenedBefore,
    TipsToHandOver,
)
from storage.database import Database
from storage.exposure import exposure
from storage.tables.outbox import outbox
from storage.tables.tips import tip_case, tip_part, tip_receipt, tip_wrap
from tests.conftest import COMMUNITY
from tests.storage.tips import DAY, RECEIPT, Kept, kept, later, tip

FOR_EVER = 2**53
KEEP = load_rules(None).ratings.retention


@pytest.fixture
async def book(database: Database, tmp_path: Path) -> AsyncIterator[Kept]:
    async for made in kept(database, tmp_path / "keys"):
        yield made


async def by_receipt(book: Kept) -> TipCase:
    found = await book.store.answer(TipByReceipt(RECEIPT))
    assert found is not None
    return found


async def owed(book: Kept) -> tuple[Owed, ...]:
    return await book.store.answer(OwedNow(FOR_EVER))


async def count(book: Kept, column: object) -> int:
    row = await book.store.reader.first(select(func.count()).select_from(column))  # type: ignore[arg-type]
    return int(row[0]) if row else 0


async def test_what_is_withdrawn_is_gone_at_once(book: Kept) -> None:
    await book.post(tip())
    await book.post(WithdrawTip(await by_receipt(book), DAY))
    assert await book.store.answer(TipByReceipt(RECEIPT)) is None
    assert [await count(book, table) for table in (tip_part, tip_wrap, tip_receipt)] == [0, 0, 0]
    assert await book.store.answer(TipsToHandOver()) == ()


async def test_erasure_keeps_to_its_days(book: Kept) -> None:
    await book.post(tip(), HandOver("T7K3P", DAY))
    await book.post(EraseTips(later(days=13), KEEP))
    assert (await by_receipt(book)).reachable
    await book.post(EraseTips(later(days=14), KEEP))
    assert not (await by_receipt(book)).reachable
    await book.post(MoveTip(await by_receipt(book), "rejected", later(days=20)))
    await book.post(EraseTips(later(days=49), KEEP))
    assert (await by_receipt(book)).readable
    await book.post(EraseTips(later(days=50), KEEP))
    assert not (await by_receipt(book)).readable
    assert [await count(book, table) for table in (tip_part, tip_wrap)] == [0, 0]
    await book.post(EraseTips(later(days=20 + 366), KEEP))
    assert await count(book, tip_case) == 0


async def test_texts_never_outlive_the_hard_stop(book: Kept) -> None:
    await book.post(tip())
    assert [one.code for one in await book.store.answer(TipsOpenedBefore(later(days=1)))] == ["T7K3P"]
    await book.post(EraseTips(later(days=180), KEEP))
    assert await count(book, tip_part) == 0


async def test_keys_of_months_and_days_die(book: Kept) -> None:
    await book.post(tip(), HandOver("T7K3P", DAY))
    book.vault.day_key(DAY)
    await book.post(KeepEpochs(later(days=31)), EraseTips(later(days=6), KEEP))
    assert len(await owed(book)) == 2
    assert (book.vault._days / DAY.isoformat()).exists()
    await book.post(KeepEpochs(later(days=60)), EraseTips(later(days=7), KEEP))
    assert book.vault.months() == ("2026-12", "2027-01")
    assert await owed(book) == ()
    assert not (book.vault._days / DAY.isoformat()).exists()


async def test_neither_place_nor_number_tells_an_order(book: Kept) -> None:
    """Twenty cases in order, read in the database's own order: it is that of their codes."""
    for number in range(20):
        code = f"T{(number * 7919) % 100000:05}"
        await book.post(tip(code, f"{number:016}"), HandOver(code, DAY))
    rows = await book.store.reader.all(select(outbox.c.id).order_by(outbox.c.id))
    assert all(number > 2**60 for (number,) in rows)
    if book.database.is_sqlite:
        codes = [row[0] for row in await book.store.reader.all(select(tip_case.c.code))]
        assert codes == sorted(codes)


async def test_the_exposure_is_what_the_keys_really_open(book: Kept) -> None:
    """Waiting for the batch, handed over, closed: text, way back and messages are counted while they can be opened."""

    async def now() -> tuple[int, ...]:
        found = await exposure(book.database, COMMUNITY, book.vault)
        return found.unhanded, found.relays, found.owed, found.echoes, found.matters, found.sealed, found.cases

    await book.post(tip())
    assert await now() == (1, 1, 0, 0, 1, 1, 1)
    await book.post(HandOver("T7K3P", DAY))
    assert await now() == (0, 1, 2, 1, 1, 1, 1)
    await book.post(*(Mark(one.id, "sent", 1, sent_at=1) for one in await owed(book)))
    await book.post(MoveTip(await by_receipt(book), "rejected", DAY))
    assert await now() == (0, 0, 0, 1, 1, 1, 1)
    await book.post(EraseTips(later(days=30), KEEP))
    assert await now() == (0, 0, 0, 0, 1, 0, 1)
