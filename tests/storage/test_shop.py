"""The shop's book: nothing sold twice, points that run out, vouchers to bearer, and a proof that notices."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from domain.decision import Unit
from domain.refusal import Moved
from domain.shop.bearer import BearerAt, HandOutBearer, IssueBearerBatch, NextBearer, SpendBearer
from domain.shop.fifo import ExpirePoints, RunningOut, SpendableOf
from domain.shop.stock import AddStock, StockOf
from domain.shop.voucher import BookVoucher, MoveVoucher, VoucherAt
from domain.standing import StandingOf
from storage.database import Database
from storage.ledger import prove
from storage.store import Store
from storage.tables.shop import bearer
from storage.vault.vault import Vault
from tests.conftest import COMMUNITY, NOTE_KEY
from tests.storage.redemption_races import COST, MONTH, issue, movement, race, redeem

AT = 1_764_000_000_000


async def broken(database: Database) -> tuple[str, ...]:
    async with database.reader.connect() as connection:
        return (await connection.run_sync(prove, COMMUNITY, NOTE_KEY)).broken


async def test_two_hundred_at_once_for_five_pieces(database: Database) -> None:
    assert not any((await race(database, rounds=5)).values())


async def test_a_piece_that_is_not_there_takes_no_points(store: Store, database: Database) -> None:
    await store.post(Unit(None, (movement(1, 20, "a"), AddStock("G09", MONTH, -5, 5)), at=AT))
    with pytest.raises(Moved):
        await store.post(Unit(None, (movement(1, -COST, "redeem:x"), issue(1, "VX", "redeem:x")), at=AT))
    assert (await store.answer(StandingOf(1))).spendable == 20
    assert (await store.answer(StockOf(MONTH)))["G09"].left == 0
    assert await broken(database) == ()


async def test_points_that_do_not_suffice_take_no_piece(store: Store) -> None:
    await store.post(Unit(None, (movement(1, 7, "a"),), at=AT))
    with pytest.raises(Moved):
        await store.post(Unit(None, (movement(1, -COST, "redeem:x"), issue(1, "VX", "redeem:x")), at=AT))
    assert await store.answer(StockOf(MONTH)) == {}
    assert await store.answer(VoucherAt("VX")) is None


async def test_stock_is_never_taken_out_below_nothing(store: Store) -> None:
    with pytest.raises(Moved):
        await store.post(Unit(None, (AddStock("G09", MONTH, -6, 5),), at=AT))


async def test_two_bookings_of_one_place_cannot_overlap(store: Store) -> None:
    for one in (1, 2):
        await store.post(Unit(None, (movement(one, 10, f"a{one}"),), at=AT))
        assert await redeem(store, one, str(one), "G01", watched=True)
    first = BookVoucher("V1", "会议室", "2026-11-25T14:00", "2026-11-25T16:00", (0, 900_000))
    second = BookVoucher("V2", "会议室", "2026-11-25T15:30", "2026-11-25T16:30", (900_000, 1_800_000))
    await store.post(Unit(None, (first,), at=AT))
    with pytest.raises(Moved):
        await store.post(Unit(None, (second,), at=AT))
    found = await store.answer(VoucherAt("V1"))
    assert found is not None
    assert found.start == "2026-11-25T14:00"
    await store.post(Unit(None, (MoveVoucher(found, "expired"),), at=AT))
    await store.post(Unit(None, (second,), at=AT))


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        ("UPDATE voucher SET cost = 1", "voucher V1…: the ledger does not pay for it as it stands"),
        ("UPDATE voucher SET state = 'returned'", "voucher V1…: the ledger does not pay for it as it stands"),
        ("DELETE FROM voucher", "entry 2: paid for no voucher"),
        ("UPDATE stock SET issued = 2, remaining = 3", "stock of G09 in 2026-11: not what the vouchers say"),
        ("DELETE FROM stock", "stock of G09 in 2026-11: not what the vouchers say"),
    ],
)
async def test_the_proof_sees_what_does_not_agree(store: Store, database: Database, tampering: str, found: str) -> None:
    await store.post(Unit(None, (movement(1, 20, "a"),), at=AT))
    assert await redeem(store, 1, "1", "G09", watched=True)
    assert await broken(database) == ()
    async with database.writer.begin() as connection:
        await connection.execute(text(tampering))
    assert found in await broken(database)


async def test_the_oldest_points_run_out_once(store: Store, database: Database) -> None:
    old = movement(1, 10, "old")
    young = movement(1, 5, "young")
    dated = [_on(old, "2024-10-31"), _on(young, "2024-11-01"), _on(movement(2, 1500 - 500, "big"), "2024-01-01")]
    await store.post(Unit(None, (*dated, _on(movement(2, 700, "big2"), "2024-01-02")), at=AT))
    await store.post(Unit(None, (movement(1, -4, "donate:x"),), at=AT))
    assert await store.answer(RunningOut("2024-11-01")) == ((1, 6), (2, 1700))
    effect = ExpirePoints("2026-11", "2024-11-01", "2026-11-01", "v1")
    await store.post(Unit(None, (effect,), at=AT))
    await store.post(Unit(None, (effect,), at=AT))
    assert (await store.answer(StandingOf(1))).spendable == 5
    assert (await store.answer(StandingOf(1))).version == 1
    assert (await store.answer(StandingOf(2))).spendable == 0
    assert [one.amount for one in await store.answer(SpendableOf(2)) if one.amount < 0] == [-1000, -700]
    assert await store.answer(RunningOut("2024-11-01")) == ()
    assert await broken(database) == ()


def _on(entry: object, day: str) -> object:
    from dataclasses import replace

    return replace(entry, occurred_on=day)  # type: ignore[type-var]


@pytest.fixture
async def keyed(database: Database, tmp_path: Path) -> AsyncIterator[Store]:
    """A store with its keys."""
    made = Store(database, COMMUNITY, NOTE_KEY, Vault(tmp_path / "keys"))
    yield made
    await made.close()


async def test_bearer_codes_come_in_equal_batches_and_are_gone_once_spent(keyed: Store, database: Database) -> None:
    assert await keyed.answer(NextBearer("2025-11-24")) is None
    await keyed.post(Unit(None, (IssueBearerBatch("2025-W48", 10, 5, "2025-12-31"),), at=AT))
    first = await keyed.answer(NextBearer("2025-11-24"))
    assert first is not None
    assert len(first.code) == 8
    await keyed.post(Unit(None, (HandOutBearer(first.code),), at=AT))
    with pytest.raises(Moved):
        await keyed.post(Unit(None, (HandOutBearer(first.code),), at=AT))
    second = await keyed.answer(NextBearer("2025-11-24"))
    assert second is not None
    assert second.code != first.code
    assert (await _rows(database)) == 10
    spent = await asyncio.gather(
        *(keyed.post(Unit(None, (SpendBearer(first.code),), at=AT)) for _ in range(10)), return_exceptions=True
    )
    assert sum(not isinstance(one, BaseException) for one in spent) == 1
    assert (await _rows(database)) == 9
    assert await keyed.answer(BearerAt(first.code, "2025-11-24")) is None
    assert await keyed.answer(BearerAt(second.code, "2026-01-01")) is None
    async with database.reader.connect() as connection:
        everything = str((await connection.execute(select(bearer))).all())
    assert first.code not in everything
    assert second.code not in everything


async def _rows(database: Database) -> int:
    async with database.reader.connect() as connection:
        found: int = (await connection.execute(select(func.count()).select_from(bearer))).scalar_one()
    return found
