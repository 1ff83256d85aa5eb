"""Tip-offs in the book, on both databases: sealed, handed over, answered, rewarded, erased."""

import base64
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.rules.loader import load_rules
from domain.attachments import AttachmentOf
from domain.members import AccountRef
from domain.outbox import Mark, Owed, OwedNow
from domain.refusal import Moved
from domain.tips.case import TipCase
from domain.tips.effects import (
    EnrolKey,
    GrantReward,
    HandOver,
    MoveTip,
    Rewrap,
    TakeReward,
    TellReporter,
    ask_reporter,
    supplement,
)
from domain.tips.matters import as_matter
from domain.tips.queries import (
    OwnTip,
    ReadTip,
    RewardedBefore,
    RewardOpen,
    TipByReceipt,
    TipCounts,
    TipFor,
    TipsToHandOver,
    TipsWaitingFor,
    TipViewers,
)
from storage.database import Database
from storage.tables.outbox import outbox
from storage.tables.tips import tip_wrap
from storage.vault.sealing import Unopened, unseal
from tests.storage.tips import DAY, PASSPHRASE, PROPERTY, RECEIPT, REPORTER, TEXT, WORKER, Kept, kept, later, tip

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


async def test_a_receipt_finds_its_case_and_others_find_nothing(book: Kept) -> None:
    await book.post(tip())
    found = await by_receipt(book)
    assert (found.code, found.state, found.opened_on, found.reachable) == ("T7K3P", "held", DAY, True)
    assert await book.store.answer(TipByReceipt("0" * 16)) is None
    assert await book.store.answer(OwnTip("T7K3P", REPORTER)) == found
    assert await book.store.answer(OwnTip("T7K3P", AccountRef("wechat", "someone else"))) is None


async def test_a_code_that_is_taken_is_chosen_anew(book: Kept) -> None:
    await book.post(tip())
    with pytest.raises(Moved):
        await book.post(tip(receipt="1" * 16))


async def test_recipients_know_nothing_before_the_batch_and_both_get_it_then(book: Kept) -> None:
    await book.post(tip())
    persons = frozenset({901})
    assert await book.store.answer(TipFor("T7K3P", persons)) is None
    assert await book.store.answer(TipsToHandOver()) == ("T7K3P",)
    assert await owed(book) == ()
    await book.post(HandOver("T7K3P", DAY))
    cards = await owed(book)
    assert {str(one.target) for one in cards} == {"staff:901", "staff:902"}
    assert all(one.card and TEXT in one.card.lines for one in cards)
    assert await book.store.answer(TipsToHandOver()) == ()
    (waiting,) = await book.store.answer(TipsWaitingFor(persons))
    assert as_matter(waiting, WORKER, DAY).watch == waiting.watch
    assert await book.store.answer(TipFor("T7K3P", frozenset({7}))) is None
    assert await book.store.answer(TipViewers("T7K3P")) == {"grid_worker": 1, "property": 1}


async def test_a_second_hand_over_sends_nothing(book: Kept) -> None:
    await book.post(tip(), HandOver("T7K3P", DAY))
    await book.post(HandOver("T7K3P", DAY))
    assert len(await owed(book)) == 2


async def test_a_sealed_message_is_forgotten_once_it_is_sent(book: Kept) -> None:
    await book.post(tip(), HandOver("T7K3P", DAY))
    for one in await owed(book):
        await book.post(Mark(one.id, "sending", 1, served=("wechat|conversation",)))
    rows = await book.store.reader.all(select(outbox.c.served, outbox.c.target))
    assert all(served == "" and target.startswith("sealed:") for served, target in rows)
    for (number,) in await book.store.reader.all(select(outbox.c.id)):
        await book.post(Mark(number, "sent", 1, sent_at=5, platform_id="m1", door="wechat|conversation"))
    assert await count(book, outbox) == 0


async def test_photos_travel_sealed(book: Kept) -> None:
    photo = bytes(range(256)) * 600
    await book.post(tip(photo=photo), HandOver("T7K3P", DAY))
    first, _ = await owed(book)
    found = await book.store.answer(AttachmentOf(first.file))
    assert found is not None
    assert found.is_picture
    assert found.body == photo


async def test_questions_and_answers_go_both_ways(book: Kept) -> None:
    await book.post(tip(), HandOver("T7K3P", DAY))
    await book.post(*ask_reporter(await by_receipt(book), "请问大概几点", later(days=1)))
    asked = [one for one in await owed(book) if one.target.kind == "account"]
    assert [(one.target.id, one.text) for one in asked] == [(REPORTER.id, "请问大概几点")]
    await book.post(*supplement(await by_receipt(book), "晚上十点", later(days=1)))
    assert (await by_receipt(book)).state == "answered"
    assert await book.store.answer(TipsToHandOver()) == ("T7K3P",)
    await book.post(HandOver("T7K3P", later(days=1)))
    titles = {one.card.title for one in await owed(book) if one.card and "晚上十点" in one.card.lines}
    assert titles == {"【举报核实】T7K3P（补充）"}


async def test_receipt_only_has_no_way_back(book: Kept) -> None:
    await book.post(tip(reporter=None))
    assert not (await by_receipt(book)).reachable
    await book.post(TellReporter("T7K3P", "请问", DAY))
    assert await owed(book) == ()


@pytest.mark.parametrize("told_first", [True, False])
async def test_the_last_word_still_goes_out_and_then_the_way_back_is_gone(book: Kept, *, told_first: bool) -> None:
    await book.post(tip(), HandOver("T7K3P", DAY))
    closing = (MoveTip(await by_receipt(book), "confirmed", later(days=2)), TellReporter("T7K3P", "已核实", DAY))
    await book.post(*(reversed(closing) if told_first else closing))
    assert [one.text for one in await owed(book) if one.target.kind == "account"] == ["已核实"]
    case = await by_receipt(book)
    assert (case.state, case.closed_on, case.reachable) == ("confirmed", later(days=2), False)
    assert await book.store.answer(TipCounts("2026-11")) == {"received": 1, "confirmed": 1}


async def test_a_first_confirmation_leaves_it_to_the_other(book: Kept) -> None:
    await book.post(tip(serious=True), HandOver("T7K3P", DAY))
    await book.post(MoveTip(await by_receipt(book), "once_confirmed", DAY, by=WORKER))
    assert await book.store.answer(TipsWaitingFor(frozenset({901}))) == ()
    (case,) = await book.store.answer(TipsWaitingFor(frozenset({902})))
    assert case.recipients == (replace(WORKER, voted=True), PROPERTY)


async def test_an_impossible_move_changes_nothing(book: Kept) -> None:
    await book.post(tip())
    with pytest.raises(Moved):
        await book.post(MoveTip(await by_receipt(book), "confirmed", DAY))
    assert (await by_receipt(book)).state == "held"


async def test_one_matter_is_rewarded_once(book: Kept) -> None:
    await book.post(tip(), HandOver("T7K3P", DAY))
    await book.post(tip("TABCD", "1" * 16), HandOver("TABCD", DAY))
    assert not await book.store.answer(RewardedBefore("TABCD", DAY))
    await book.post(MoveTip(await by_receipt(book), "confirmed", DAY), GrantReward("T7K3P", later(days=60)))
    assert await book.store.answer(RewardedBefore("TABCD", DAY))
    assert await book.store.answer(RewardOpen(RECEIPT)) == later(days=60)
    await book.post(TakeReward(RECEIPT, later(days=60)))
    assert await book.store.answer(RewardOpen(RECEIPT)) is None
    with pytest.raises(Moved):
        await book.post(TakeReward(RECEIPT, DAY))


async def test_only_the_passphrase_of_a_recipient_reads_it_again(book: Kept) -> None:
    await book.post(tip(), HandOver("T7K3P", DAY))
    assert await book.store.answer(ReadTip("T7K3P", 901, PASSPHRASE)) == (TEXT,)
    assert await book.store.answer(ReadTip("T7K3P", 901, "别的口令")) is None
    assert await book.store.answer(ReadTip("T7K3P", 903, PASSPHRASE)) is None


async def test_a_new_key_opens_open_cases(book: Kept) -> None:
    await book.post(tip(), HandOver("T7K3P", DAY))
    old = book.vault.recipients.open(901, PASSPHRASE)
    assert old is not None
    public = book.vault.recipients.make(901, "换了一把新的口令")
    await book.post(Rewrap(901, old, public))
    book.vault.recipients.adopt(901)
    assert await book.store.answer(ReadTip("T7K3P", 901, "换了一把新的口令")) == (TEXT,)
    assert await book.store.answer(ReadTip("T7K3P", 901, PASSPHRASE)) is None


async def test_a_change_of_key_that_broke_off_loses_nothing(book: Kept) -> None:
    """Before the book took the new one, the old passphrase opens; after it, the new one does."""
    await book.post(tip(), HandOver("T7K3P", DAY))
    old = book.vault.recipients.open(901, PASSPHRASE)
    assert old is not None
    public = book.vault.recipients.make(901, "换了一把新的口令")
    assert await book.store.answer(ReadTip("T7K3P", 901, PASSPHRASE)) == (TEXT,)
    assert await book.store.answer(ReadTip("T7K3P", 901, "换了一把新的口令")) is None
    await book.post(Rewrap(901, old, public))
    assert await book.store.answer(ReadTip("T7K3P", 901, "换了一把新的口令")) == (TEXT,)
    assert await book.store.answer(ReadTip("T7K3P", 901, PASSPHRASE)) is None


async def test_the_old_key_opens_nothing_that_came_after_the_change(book: Kept) -> None:
    """Not a new case, nor what is added to an open one."""
    await book.post(tip(), HandOver("T7K3P", DAY))
    old = book.vault.recipients.open(901, PASSPHRASE)
    assert old is not None
    public = book.vault.recipients.make(901, "换了一把新的口令")
    await book.post(EnrolKey(901, public, DAY), Rewrap(901, old, public))
    book.vault.recipients.adopt(901)
    case = await book.store.answer(TipByReceipt(RECEIPT))
    assert case is not None
    await book.post(tip("TNEW22", "1" * 16), *supplement(case, "还在充", DAY))
    wraps = await book.store.reader.all(select(tip_wrap.c.wrap).where(tip_wrap.c.person == 901))
    assert len(wraps) == 3
    for (wrap,) in wraps:
        with pytest.raises(Unopened):
            unseal(base64.b64decode(wrap), old)
