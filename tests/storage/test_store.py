"""Units of work: once, whole, in groups, and replayed alone when one of a group is bad."""

import asyncio

import pytest
from sqlalchemy import event, func, select, text
from sqlalchemy.exc import DBAPIError

from domain.code import NewCode
from domain.decision import Claim, Say, Target, Unit, Watch
from domain.ledger import Hand, NewEntry, RuleMark
from domain.proof import Anchor, BookProof
from domain.refusal import AlreadyDone, DifferentContent, Moved
from storage.database import Database
from storage.ledger import BALANCES, prove
from storage.store import Store
from storage.tables.ledger import entry
from storage.tables.outbox import outbox
from tests.conftest import COMMUNITY, NOTE_KEY

RULE = RuleMark("R07", "v1", '{"title":"志愿服务"}')


def award(source: str, amount: int = 2, subject: int = 1, *, note: str = "", reverses: int | None = None) -> NewEntry:
    return NewEntry(
        code=NewCode("L"),
        subject=subject,
        account="credit",
        contra="issue",
        amount=amount,
        source=source,
        rule=RULE,
        hand=Hand(9, "grid_worker", "2"),
        occurred_on="2026-11-23",
        note=note,
        reverses=reverses,
    )


def unit(key: str, *effects: object, watches: tuple[Watch, ...] = ()) -> Unit:
    return Unit(Claim("message", key), effects, watches, at=1_700_000_000_000)


async def points(store: Store, subject: int = 1) -> int:
    rows = await store.reader.all(BALANCES, subject=subject)
    return sum(int(row[1]) for row in rows if row[0] == "credit")


async def broken(database: Database) -> tuple[str, ...]:
    async with database.writer.connect() as connection:
        return (await connection.run_sync(prove, COMMUNITY, NOTE_KEY)).broken


async def test_an_entry_its_code_and_its_reply_commit_together(store: Store, database: Database) -> None:
    code = NewCode("L")
    posted = await store.post(unit("m1", award("m1"), Say(Target("subject", "1"), f"{code} 志愿服务 +2")))
    assert posted.numbers == {code: 1}
    assert await points(store) == 2
    (payload,) = await store.reader.first(select(outbox.c.payload)) or ("",)
    assert "L1 志愿服务 +2" in payload
    assert await broken(database) == ()


async def test_the_same_message_acts_once(store: Store) -> None:
    await store.post(unit("m1", award("m1")))
    with pytest.raises(AlreadyDone):
        await store.post(unit("m1", award("other")))
    assert await points(store) == 2


async def test_the_same_source_with_other_content_is_an_error(store: Store) -> None:
    await store.post(unit("m1", award("deed 7")))
    with pytest.raises(AlreadyDone):
        await store.post(unit("m2", award("deed 7")))
    with pytest.raises(DifferentContent):
        await store.post(unit("m3", award("deed 7", amount=3)))
    assert await points(store) == 2


async def test_a_bad_unit_of_a_batch_fails_alone(store: Store, database: Database) -> None:
    await store.post(unit("again", award("first")))
    units = [unit(f"m{n}", award(f"m{n}", subject=n % 7)) for n in range(100)]
    units.insert(50, unit("again", award("second")))
    results = await asyncio.gather(*(store.post(one) for one in units), return_exceptions=True)
    assert [type(result).__name__ for result in results].count("Posted") == 100
    assert isinstance(results[50], AlreadyDone)
    numbers = sorted(n for r in results if not isinstance(r, BaseException) for n in r.numbers.values())
    assert numbers == list(range(2, 102))
    assert await broken(database) == ()


async def test_what_was_decided_on_one_thing_twice_is_posted_once(store: Store) -> None:
    watch = Watch("subject:1", 0)
    await store.post(unit("m1", award("m1"), watches=(watch, watch)))
    with pytest.raises(Moved):
        await store.post(unit("m2", award("m2"), watches=(watch,)))
    await store.post(unit("m3", award("m3"), watches=(Watch("subject:1", 1),)))


async def test_a_message_that_comes_again_is_done_also_where_what_it_watched_moved(store: Store) -> None:
    again = unit("m1", award("m1"), watches=(Watch("subject:1", 0),))
    await store.post(again)
    with pytest.raises(AlreadyDone):
        await store.post(again)


async def test_a_decision_on_an_old_version_is_made_again(store: Store) -> None:
    watch = (Watch("subject:1", 0),)
    first, second = await asyncio.gather(
        store.post(unit("m1", award("m1"), watches=watch)),
        store.post(unit("m2", award("m2"), watches=watch)),
        return_exceptions=True,
    )
    assert not isinstance(first, BaseException)
    assert isinstance(second, Moved)
    await store.post(unit("m2", award("m2"), watches=(Watch("subject:1", 1),)))
    assert await points(store) == 4


async def test_an_entry_is_reversed_once(store: Store) -> None:
    await store.post(unit("m1", award("m1")))
    await store.post(unit("m2", award("m2", amount=-2, reverses=1)))
    with pytest.raises(Moved):
        await store.post(unit("m3", award("m3", amount=-2, reverses=1)))
    assert await points(store) == 0


@pytest.mark.parametrize("deed", ["UPDATE entry SET amount = 9", "DELETE FROM entry"])
async def test_entries_are_only_added(store: Store, database: Database, deed: str) -> None:
    await store.post(unit("m1", award("m1")))
    with pytest.raises(DBAPIError, match="only added"):
        async with database.writer.begin() as connection:
            await connection.execute(text(deed))
    assert await points(store) == 2


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        ("UPDATE balance SET points = 99", "balance of subject 1, credit: not the sum of its entries"),
        ("UPDATE entry_note SET note = 'x'", "entry 1: its note was changed"),
        ("UPDATE rule_snapshot SET snapshot = 'x'", "entry 1: its item's wording was changed"),
        ("UPDATE chain_head SET seq = 5", "entry 3: the chain's head is at 5, the entries end at 2"),
    ],
)
async def test_tampering_is_found(store: Store, database: Database, tampering: str, found: str) -> None:
    await store.post(unit("m1", award("m1", note="扶老人回家")))
    await store.post(unit("m2", award("m2")))
    async with database.writer.begin() as connection:
        await connection.execute(text(tampering))
    assert found in await broken(database)


async def test_a_changed_entry_breaks_the_chain_at_its_place(store: Store, database: Database) -> None:
    for n in range(5):
        await store.post(unit(f"m{n}", award(f"m{n}")))
    async with database.writer.begin() as connection:
        drop = "entry_no_update" if database.is_sqlite else "entry_no_change ON entry"
        await connection.execute(text(f"DROP TRIGGER {drop}"))
        await connection.execute(entry.update().where(entry.c.seq == 3).values(amount=5))
    assert (await broken(database))[0] == "entry 3: the chain breaks here"


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        ("", None),
        (
            "UPDATE balance SET points = 99 WHERE subject = 2",
            "balance of subject 2, credit: not the sum of its entries",
        ),
        ("UPDATE entry_note SET note = 'x' WHERE seq = 3", "entry 3: its note was changed"),
        ("UPDATE chain_head SET seq = 5", "entry 4: the chain's head is at 5, the entries end at 3"),
    ],
)
async def test_what_is_new_is_proven_alone(store: Store, database: Database, tampering: str, found: str | None) -> None:
    await store.post(unit("m1", award("m1")))
    await store.post(unit("m2", award("m2", subject=2)))
    before = await store.answer(BookProof())
    await store.post(unit("m3", award("m3", subject=2, note="扶老人回家")))
    async with database.writer.begin() as connection:
        await connection.execute(text(tampering or "SELECT 1"))
    proof = await store.answer(BookProof(Anchor(before.entries, before.head[:16])))
    assert (proof.entries, proof.broken) == (3, (found,) if found else ())


@pytest.mark.parametrize("anchor", [Anchor(1, "f" * 16), Anchor(7, "0" * 16)])
async def test_an_anchor_that_is_not_in_the_book_breaks_it(store: Store, anchor: Anchor) -> None:
    await store.post(unit("m1", award("m1")))
    found = f"entry {anchor.entries}: not the one that was proven before"
    assert (await store.answer(BookProof(anchor))).broken == (found,)


async def test_what_only_writes_is_one_statement_for_postgresql(store: Store, database: Database) -> None:
    """Sent outside a transaction it is one by itself: one way to the server and back."""
    said: list[str] = []
    event.listen(database.writer.sync_engine, "before_cursor_execute", lambda *call: said.append(call[2]))
    await store.post(unit("m1", award("m1"), Say(Target("subject", "1"), "+2")))
    said.clear()
    await store.post(unit("m2", award("m2"), Say(Target("subject", "1"), "+2"), watches=(Watch("subject:1", 0),)))
    assert len(said) == (0 if database.is_sqlite else 1)
    assert await broken(database) == ()


async def test_two_processes_on_one_book_go_on_from_each_other(store: Store, database: Database) -> None:
    """What one of them knew of the chain and the numbers is no longer true after the other has written."""
    other = Store(database, COMMUNITY, NOTE_KEY)
    units = [unit(f"m{n}", award(f"m{n}", subject=n % 3), Say(Target("subject", "1"), "+2")) for n in range(60)]
    turns = [await (store, other)[n % 2].post(one) for n, one in enumerate(units[:20])]
    both = [(store, other)[n % 2].post(one) for n, one in enumerate(units[20:])]
    numbers = [n for posted in (*turns, *await asyncio.gather(*both)) for n in posted.numbers.values()]
    await other.close()
    assert sorted(numbers) == list(range(1, 61))
    assert await store.reader.first(select(func.count(), func.max(outbox.c.id))) == (60, 60)
    assert await broken(database) == ()


async def test_what_another_process_decided_meanwhile_is_seen(store: Store, database: Database) -> None:
    other = Store(database, COMMUNITY, NOTE_KEY)
    await store.post(unit("m1", award("m1"), watches=(Watch("subject:1", 0),)))
    await other.post(unit("m2", award("m2"), watches=(Watch("subject:1", 1),)))
    with pytest.raises(Moved):
        await store.post(unit("m3", award("m3"), watches=(Watch("subject:1", 1),)))
    with pytest.raises(AlreadyDone):
        await store.post(unit("m2", award("m2"), watches=(Watch("subject:1", 2),)))
    await store.post(unit("m4", award("m4"), watches=(Watch("subject:1", 2),)))
    await other.close()
    assert await points(store) == 6
