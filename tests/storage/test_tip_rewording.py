"""What reporters decide after the receipt, and what supervisors and recipients may see later, on both databases."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.rules.loader import load_rules
from domain.tips.case import Recipient, TipCase
from domain.tips.effects import EraseTips, ForgetReporter, HandOver, MoveTip, RewordTip
from domain.tips.queries import (
    JudgedTip,
    OwnTip,
    ReadTip,
    TipByReceipt,
    TipEchoes,
    TipsHandedTo,
    TipsToHandOver,
)
from storage.database import Database
from storage.tables.tips import tip_echo
from tests.storage.tips import DAY, PASSPHRASE, RECEIPT, REPORTER, TEXT, Kept, kept, later, tip

WORKER, OTHERS = frozenset({901}), frozenset({903})


@pytest.fixture
async def book(database: Database, tmp_path: Path) -> AsyncIterator[Kept]:
    async for made in kept(database, tmp_path / "keys"):
        yield made


async def case_of(book: Kept) -> TipCase:
    found = await book.store.answer(TipByReceipt(RECEIPT))
    assert found
    return found


async def test_other_words_take_the_place_of_unread_ones(book: Kept) -> None:
    await book.post(tip())
    await book.post(RewordTip(await case_of(book), "换了说法", DAY))
    assert await book.store.answer(ReadTip("T7K3P", 901, PASSPHRASE)) == ("换了说法",)


async def test_what_was_read_is_only_added_to(book: Kept) -> None:
    await book.post(tip(), HandOver("T7K3P", DAY))
    await book.post(RewordTip(await case_of(book), "换了说法", DAY))
    texts = await book.store.answer(ReadTip("T7K3P", 901, PASSPHRASE))
    assert texts is not None
    assert sorted(texts) == sorted((TEXT, "换了说法"))
    assert await book.store.answer(TipsToHandOver()) == ("T7K3P",)


async def test_the_way_back_is_forgotten(book: Kept) -> None:
    await book.post(tip())
    assert await book.store.answer(OwnTip("T7K3P", REPORTER))
    await book.post(ForgetReporter("T7K3P"))
    assert await book.store.answer(OwnTip("T7K3P", REPORTER)) is None
    assert not (await case_of(book)).reachable


async def test_supervisors_see_verdicts_but_no_guarded_ones_of_others(book: Kept) -> None:
    await book.post(tip(), HandOver("T7K3P", DAY))
    assert await book.store.answer(JudgedTip("T7K3P", OTHERS)) is None
    await book.post(MoveTip(await case_of(book), "confirmed", DAY))
    assert await book.store.answer(JudgedTip("T7K3P", OTHERS))
    secretary = (Recipient(902, "secretary"),)
    await book.post(tip("TGGGGG", "2" * 16, guarded=True, recipients=secretary), HandOver("TGGGGG", DAY))
    hidden = await book.store.answer(TipByReceipt("2" * 16))
    assert hidden
    await book.post(MoveTip(hidden, "confirmed", DAY))
    assert await book.store.answer(JudgedTip("TGGGGG", OTHERS)) is None
    assert await book.store.answer(JudgedTip("TGGGGG", frozenset({902})))


async def test_recipients_alone_are_kept_from_repeating_a_tip(book: Kept) -> None:
    await book.post(tip())
    said = f"现场看到{TEXT[:14]}"
    assert not await book.store.answer(TipEchoes(said, WORKER))
    await book.post(HandOver("T7K3P", DAY))
    assert await book.store.answer(TipEchoes(said, WORKER))
    assert not await book.store.answer(TipEchoes(said, OTHERS))
    assert not await book.store.answer(TipEchoes("现场有一处飞线", WORKER))


async def test_what_repeats_a_tip_is_known_as_long_as_its_text_is_kept(book: Kept) -> None:
    await book.post(tip(), HandOver("T7K3P", DAY))
    await book.post(MoveTip(await case_of(book), "confirmed", DAY))
    assert await book.store.answer(TipEchoes(TEXT, None))
    keep = load_rules(None).ratings.retention
    await book.post(EraseTips(later(days=29), keep))
    assert await book.store.answer(TipEchoes(TEXT, None))
    await book.post(EraseTips(later(days=30), keep))
    assert not await book.store.answer(TipEchoes(TEXT, None))
    assert await book.store.reader.all(select(tip_echo)) == []


async def test_what_was_closed_lately_still_counts(book: Kept) -> None:
    await book.post(tip())
    assert await book.store.answer(TipsHandedTo(WORKER, DAY)) == ()
    await book.post(HandOver("T7K3P", DAY))
    await book.post(MoveTip(await case_of(book), "rejected", DAY))
    assert [one.code for one in await book.store.answer(TipsHandedTo(WORKER, DAY))] == ["T7K3P"]
    assert await book.store.answer(TipsHandedTo(WORKER, later(days=1))) == ()
    assert await book.store.answer(TipsHandedTo(OTHERS, DAY - timedelta(days=9))) == ()
