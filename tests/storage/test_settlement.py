"""The monthly settlement: whole, once for each grid and month, and quick for ten thousand."""

import asyncio
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import select

from bot.rules.loader import default_rules
from domain.calendar import Due
from domain.code import NewCode
from domain.decision import Unit
from domain.enrolment import EnrolGrid
from domain.findings import states
from domain.findings.settling import SORT, MonthClosed, MonthCounts, SettleMonth, end_of
from domain.ledger import Hand, NewEntry, RuleMark
from domain.matters.matter import MatterAt, MoveMatter, OpenMatter, Step
from domain.period import SHANGHAI
from domain.refusal import Moved
from domain.standing import EntriesByCode, EntriesOf, StandingOf
from scheduler.jobs import settlement_rest
from storage.database import Database
from storage.ledger import prove
from storage.posting import settling
from storage.posting.batch import post
from storage.posting.scope import Batch
from storage.store import Store
from storage.tables.ledger import entry
from storage.tables.outbox import outbox
from tests.conftest import COMMUNITY, NOTE_KEY

MONTH = "2026-11"
SETTLE = SettleMonth(MONTH, "{code} {title} −{points}")
AT = end_of(MONTH) + 3_600_000


def _finding(subject: int, *, points: int = 3, state: str = states.DUE, due_at: int = end_of(MONTH) - 1) -> OpenMatter:
    return OpenMatter(
        code=NewCode("L"),
        sort=states.SORT,
        state=state,
        line="老王烧烤 占道经营",
        step=Step("registered", 9, "grid_worker"),
        subject=subject,
        grid="2" if subject % 2 else "3",
        due_at=due_at,
        facts={
            "item": "MN05",
            "title": "占道经营",
            "version": "v1",
            "snapshot": '{"title":"占道经营"}',
            "points": points,
            "person": 9,
            "role": "grid_worker",
            "note": "已口头提醒",
        },
    )


def _deed(subject: int) -> NewEntry:
    return NewEntry(
        code=NewCode("L"),
        subject=subject,
        account="credit",
        contra="issue",
        amount=2,
        source="deed:D1",
        rule=RuleMark("R07", "v1", ""),
        hand=Hand(9, "grid_worker", "2"),
        occurred_on="2026-11-28",
    )


async def _open(store: Store, *found: OpenMatter) -> None:
    await store.post(Unit(None, (EnrolGrid("2", "二网格"), EnrolGrid("3", "三网格")), at=AT))
    await asyncio.gather(*(store.post(Unit(None, (one,), at=AT)) for one in found))


async def _settle(store: Store, effect: SettleMonth = SETTLE) -> None:
    await store.post(Unit(None, (effect,), at=AT))


async def _broken(database: Database) -> tuple[str, ...]:
    async with database.writer.connect() as connection:
        return (await connection.run_sync(prove, COMMUNITY, NOTE_KEY)).broken


async def _notices(database: Database) -> list[str]:
    async with database.writer.connect() as connection:
        return [row.payload for row in await connection.execute(outbox.select().order_by(outbox.c.id))]


async def test_what_is_due_is_posted_moved_and_told(store: Store, database: Database) -> None:
    await _open(store, _finding(1), _finding(2, points=5))
    assert await store.answer(MonthClosed(MONTH)) is None
    await _settle(store)
    assert [(await store.answer(StandingOf(one))).credit for one in (1, 2)] == [-3, -5]
    (posted,) = await store.answer(EntriesByCode(1))
    assert (posted.contra, posted.source, posted.occurred_on, posted.person) == (
        "deduct",
        "finding:L1",
        "2026-11-30",
        9,
    )
    found = await store.answer(MatterAt("L1"))
    assert found
    assert (found.state, found.closed_at, [step.act for step in found.steps]) == (
        states.EFFECTIVE,
        AT,
        ["registered", "effective"],
    )
    assert sum("占道经营 −" in text for text in await _notices(database)) == 2
    assert await store.answer(MonthCounts(MONTH)) == (("2", "MN05", 1), ("3", "MN05", 1))
    assert await store.answer(MonthClosed(MONTH)) == AT
    assert await _broken(database) == ()


async def test_a_second_run_changes_nothing_and_late_ones_wait_for_the_next_month(
    store: Store, database: Database
) -> None:
    await _open(store, _finding(1))
    await _settle(store)
    await _open(store, _finding(3))
    await _settle(store)
    assert (await store.answer(StandingOf(1))).credit == -3
    assert (await store.answer(StandingOf(3))).credit == 0
    assert len(await _notices(database)) == 1
    await _settle(store, SettleMonth("2026-12", "{code}"))
    (late,) = await store.answer(EntriesByCode(2))
    assert late.occurred_on == "2026-12-31"
    assert await _broken(database) == ()


@pytest.mark.parametrize(
    "left_out",
    [
        _finding(1, state=states.FROZEN),
        _finding(1, state=states.NOTICED),
        _finding(1, state=states.VOID),
        _finding(1, due_at=end_of(MONTH)),
    ],
    ids=["frozen", "noticed", "void", "next_month"],
)
async def test_whatever_is_not_due_is_left_alone(store: Store, left_out: OpenMatter) -> None:
    await _open(store, left_out)
    await _settle(store)
    assert (await store.answer(StandingOf(1))).credit == 0
    found = await store.answer(MatterAt("L1"))
    assert found
    assert found.state == left_out.state


async def test_whoever_decided_on_what_was_settled_meanwhile_looks_again(store: Store) -> None:
    await _open(store, _finding(1))
    before, standing = await store.answer(MatterAt("L1")), await store.answer(StandingOf(1))
    assert before
    await _settle(store)
    frozen = MoveMatter(before, states.FROZEN, Step("appealed"))
    for watch in (before.watch, standing.watch):
        with pytest.raises(Moved):
            await store.post(Unit(None, (frozen,), (watch,), at=AT))


async def test_two_runs_at_once_post_once(store: Store, database: Database) -> None:
    await _open(store, *(_finding(number) for number in range(1, 8)))
    await asyncio.gather(_settle(store), _settle(store), return_exceptions=True)
    assert [(await store.answer(StandingOf(one))).credit for one in range(1, 8)] == [-3] * 7
    assert await _broken(database) == ()


async def test_ten_thousand_are_settled_in_parts(store: Store, database: Database) -> None:
    await _open(store, *(_finding(number) for number in range(1, 10_001)))
    await _settle(store)
    counts = {grid: count for grid, _, count in await store.answer(MonthCounts(MONTH))}
    assert counts == {"2": 5_000, "3": 5_000}
    assert (await store.answer(StandingOf(10_000))).credit == -3
    assert await _broken(database) == ()


async def test_others_write_between_the_parts_of_a_settlement(
    store: Store, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "CHUNK", 2)
    await _open(store, *(_finding(number) for number in range(1, 8)))
    settlement = asyncio.create_task(_settle(store))
    await asyncio.sleep(0)
    await store.post(Unit(None, (_deed(8),), at=AT))
    await settlement
    async with database.writer.connect() as connection:
        rows = await connection.execute(select(entry.c.subject).order_by(entry.c.seq))
    subjects = list(rows.scalars())
    assert sorted(subjects) == list(range(1, 9))
    assert subjects[-1] != 8, "whoever writes during a settlement does not wait for its end"
    assert await _broken(database) == ()


async def test_a_settlement_that_broke_off_is_taken_to_its_end(
    store: Store, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "CHUNK", 2)
    await _open(store, *(_finding(number) for number in range(1, 6)))
    facts = {"month": MONTH}
    settled = OpenMatter(NewCode("K"), SORT, "settled", MONTH, Step("approve"), closed=True, facts=facts)
    await store.post(Unit(None, (settled,), at=AT))
    async with database.writer.begin() as connection:
        unit = Unit(None, (SETTLE,), at=AT)
        (posted,) = await connection.run_sync(lambda there: post(Batch(there, COMMUNITY, NOTE_KEY, (unit,))))
    assert posted.later == (SETTLE,)
    assert await store.answer(MonthClosed(MONTH)) is None
    due = Due(datetime.fromtimestamp(AT / 1000, SHANGHAI), "2026-12-01T09", default_rules())
    (rest,) = await settlement_rest.job.plan(due, store)
    await store.post(Unit(None, rest.effects, at=AT))
    assert [(await store.answer(StandingOf(one))).credit for one in range(1, 6)] == [-3] * 5
    assert len(await _notices(database)) == 5
    assert await store.answer(MonthClosed(MONTH)) == AT
    assert await settlement_rest.job.plan(due, store) == []
    assert await _broken(database) == ()


async def test_late_facts_post_in_the_open_month(store: Store, database: Database) -> None:
    await _open(store, _finding(1))
    deed = _deed(1)
    await store.post(Unit(None, (deed,), at=AT))
    await _settle(store)
    await store.post(Unit(None, (replace(deed, source="deed:D2"),), at=AT))
    other_grid = replace(deed, source="deed:D3", hand=Hand(9, "grid_worker", "9"))
    await store.post(Unit(None, (other_grid,), at=AT))
    days = {one.source: one.occurred_on for one in await store.answer(EntriesOf(1, "2026-01-01"))}
    assert days == {
        "deed:D1": "2026-11-28",
        "finding:L1": "2026-11-30",
        "deed:D2": "2026-12-01",
        "deed:D3": "2026-11-28",
    }
    assert await _broken(database) == ()
