"""Reading: what is long is read to its end all the same, and a lost connection is replaced."""

import asyncio
from contextlib import suppress

import pytest
from sqlalchemy import bindparam, func, literal, select, text

from domain.code import NewCode
from domain.decision import Claim, Unit
from domain.ledger import Hand, NewEntry, RuleMark
from domain.matters.matter import KeepAgenda
from domain.members import AccountRef
from domain.outbox import OwedNow
from storage.answering.outbox import OWED
from storage.compiling import compiled
from storage.database import Database
from storage.ledger import BALANCES
from storage.store import Store
from storage.tables.matters import agenda
from tests.conftest import COMMUNITY

_FIRST = select(literal(1).label("n")).cte("numbers", recursive=True)
_NUMBERS = _FIRST.union_all(select(_FIRST.c.n + 1).where(_FIRST.c.n < bindparam("last", type_=_FIRST.c.n.type)))
COUNTED = select(func.count()).select_from(_NUMBERS)
AGENDAS = select(agenda.c.codes).where(agenda.c.community == bindparam("community"))


async def counted(store: Store, last: int) -> int:
    row = await store.reader.first(COUNTED, last=last)
    return int(row[0]) if row else 0


async def test_a_long_statement_is_read_to_its_end(store: Store) -> None:
    assert await counted(store, 200_000) == 200_000


async def test_short_statements_never_add_up_to_a_long_one(store: Store) -> None:
    found = [await counted(store, 50) for _ in range(500)]
    assert found == [50] * 500


async def test_many_who_ask_at_once_get_their_own_answers(store: Store) -> None:
    assert await asyncio.gather(*(counted(store, last) for last in range(1, 60))) == list(range(1, 60))


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_lost_connection_is_replaced(store: Store, database: Database) -> None:
    assert await counted(store, 3) == 3
    async with database.writer.begin() as connection:
        await connection.execute(
            text(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                " AND datname = current_database()"
            )
        )
    with suppress(Exception):  # whoever comes first may still find the connection that is gone
        await counted(store, 3)
    assert await counted(store, 3) == 3


async def test_a_batch_may_hold_one_key_twice_and_the_later_one_stands(store: Store) -> None:
    """两个人同时发“待办”，同一个账号连发两次，后一次的编号有效。"""
    who = AccountRef("wechat", "p1")
    rows = [KeepAgenda(who, ("W1",)), KeepAgenda(who, ("W2",))]
    await store.post(Unit(Claim("message", "m1"), tuple(rows), at=1))
    assert [row[0] for row in await store.reader.all(AGENDAS)] == ['["W2"]']


async def test_a_batch_of_many_rows_is_written_whole(store: Store) -> None:
    rule = RuleMark("R07", "v1", '{"title":"志愿服务"}')
    entries = [
        NewEntry(NewCode("L"), subject, "credit", "issue", 3, "m1", rule, Hand(), "2026-11-20", note=f"说明{subject}")
        for subject in range(1, 301)
    ]
    await store.post(Unit(Claim("message", "m1"), tuple(entries), at=1))
    for subject in (1, 150, 300):
        assert await store.reader.all(BALANCES, subject=subject) == [("credit", 3)]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_what_is_owed_is_not_looked_for_among_all_that_was_sent(store: Store, database: Database) -> None:
    """PostgreSQL counts what is in a table and sees it by itself; SQLite goes by the words of the statement."""
    assert await store.answer(OwedNow(now=10)) == ()
    words, own, pick = compiled(OWED, database.reader.dialect)
    bound = pick({**own, "community": COMMUNITY, "now": 10, "urgency": -1, "after": 0, "count": 500})
    async with database.writer.connect() as connection:
        plan = (await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}", tuple(bound))).scalars(3).all()
    assert any("outbox_due (community=? AND state=?)" in step for step in plan)
    assert not any("outbox_order" in step for step in plan)
