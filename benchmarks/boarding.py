"""A quarter's board of a whole community, beside the plain SQL that finds the same rows (goal 12)."""

import sqlite3
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import asyncpg

from benchmarks.community import RULE, SUBJECTS, community
from benchmarks.comparing import Candidate, Goal, Table, compare
from benchmarks.databases import folder, fresh_database, fresh_file, postgresql
from bot.app import App
from domain.boards.drawing import draw_board
from domain.boards.material import BoardMaterial, material_of
from domain.boards.quarter import quarter_of
from domain.code import NewCode
from domain.decision import Unit
from domain.ledger import Hand, NewEntry, RuleMark
from domain.rating import window_start

_BOT, _MATERIAL, _PLAIN = "gridbot：找齐并排成榜", "gridbot：只找齐", "裸驱动：同样的行，手写 SQL"
_GOALS = (Goal("12", _MATERIAL, _PLAIN, 1.3, at_most=True),)
_QUARTER = quarter_of(date(2026, 11, 20))
_FINDINGS = 10_000
_BAD = RuleMark("MN05", RULE.version, RULE.snapshot)
_FOUND = """
    SELECT e.code, e.subject, e.item, e.grid, e.occurred_on, s.kind, s.name, s.address,
      EXISTS (SELECT 1 FROM entry b WHERE b.community = e.community AND b.code = e.code AND b.subject = e.subject
        AND b.contra = 'deduct' AND b.amount > 0 AND b.reverses IS NULL AND b.source LIKE 'repair:%'
        AND NOT EXISTS (SELECT 1 FROM entry t WHERE t.community = b.community AND t.reverses = b.seq))
    FROM entry e LEFT JOIN subject s ON s.community = e.community AND s.id = e.subject
    WHERE e.community = '{whose}' AND e.contra = 'deduct' AND e.account = 'credit' AND e.amount < 0
      AND e.reverses IS NULL AND e.occurred_on >= '{since}' AND e.occurred_on < '{until}'
      AND NOT EXISTS (SELECT 1 FROM entry u WHERE u.community = e.community AND u.reverses = e.seq)
    ORDER BY e.seq"""
_GOOD = """
    SELECT s.id, s.kind, s.name, s.grid, s.address, sum(e.amount) FROM subject s
    JOIN entry e ON e.community = s.community AND e.subject = s.id
    WHERE s.community = '{whose}' AND s.state = '' AND s.minor = 0 AND e.account = 'credit'
      AND e.occurred_on >= '{year}' AND e.occurred_on < '{until}'
    GROUP BY s.id, s.kind, s.name, s.grid, s.address HAVING sum(e.amount) >= {least} ORDER BY s.id"""
_HOMES = "SELECT grid, address, household FROM subject WHERE community = '{whose}' AND kind = 'resident' AND state = ''"


def _deduction(number: int) -> NewEntry:
    hand, day = Hand(grid=f"g{number % 20}"), f"2026-{10 + number % 2}-15"
    subject = number % SUBJECTS + 1
    return NewEntry(NewCode("L"), subject, "credit", "deduct", -1, f"finding {number}", _BAD, hand, day)


async def _find(app: App) -> None:
    for begin in range(0, _FINDINGS, 1_000):
        found = tuple(_deduction(number) for number in range(begin, begin + 1_000))
        await app.store.post(Unit(None, found, at=1))


def _statements(app: App, asked: BoardMaterial) -> list[str]:
    days = _QUARTER.days
    values = {
        "whose": app.config.community.id,
        "since": days.since.replace(year=days.since.year - 1).isoformat(),
        "until": days.until.isoformat(),
        "year": window_start(days.until).isoformat(),
        "least": asked.least,
    }
    return [statement.format(**values) for statement in (_FOUND, _GOOD, _HOMES)]


async def _plainly(url: str, statements: list[str]) -> None:
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(Path(url.partition(":///")[2]))) as book:
            for statement in statements:
                book.execute(statement).fetchall()
        return
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        for statement in statements:
            await connection.fetch(statement)
    finally:
        await connection.close()


async def _compared(where: str, url: str, home: Path, rounds: int) -> Table:
    async with community(url, home) as (app, _):
        await _find(app)
        asked = material_of(_QUARTER, app.rules)
        statements = _statements(app, asked)

        async def drawn() -> None:
            board = draw_board(await app.store.answer(asked), app.rules)
            if not board.entries:
                raise AssertionError("an empty board")

        async def found() -> None:
            await app.store.answer(asked)

        async def plainly() -> None:
            await _plainly(url, statements)

        works = {_BOT: _timed(drawn), _MATERIAL: _timed(found), _PLAIN: _timed(plainly)}
        return await compare(f"{where} 一季的榜，{_FINDINGS:,} 起", "毫秒", works, _GOALS, rounds)


def _timed(work: Callable[[], Awaitable[None]]) -> Candidate:
    async def measured() -> float:
        start = time.perf_counter()
        await work()
        return (time.perf_counter() - start) * 1000

    return measured


async def tables(rounds: int) -> list[Table]:
    """Both databases."""
    with folder() as home, postgresql() as server:
        return [
            await _compared("SQLite", fresh_file(home), home, rounds),
            await _compared("PostgreSQL", await fresh_database(server), home, rounds),
        ]
