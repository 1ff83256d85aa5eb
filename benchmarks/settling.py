"""A month's settlement with notices and chain, beside the plain SQL that could do as little (goal 10)."""

import asyncio
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import count
from pathlib import Path

from benchmarks.community import SUBJECTS, community
from benchmarks.comparing import Candidate, Goal, Table, compare
from benchmarks.databases import folder, fresh_file
from bot.app import App
from domain.code import NewCode
from domain.decision import Unit
from domain.findings import states
from domain.findings.settling import SettleMonth, end_of
from domain.matters.matter import OpenMatter, Step
from domain.period import months_before

_FINDINGS = 10_000
_AT_ONCE = 500
_BOT, _AGAIN, _PLAIN = "gridbot：结算一个月", "gridbot：同一个月再结算一次", "裸驱动：四条集合语句"
_GOALS = (Goal("10", _BOT, _PLAIN, 1.3, at_most=True), Goal("10", _AGAIN, _BOT, 0.05, at_most=True))
_SCHEMA = """
PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
CREATE TABLE balance(subject INTEGER PRIMARY KEY, points INTEGER NOT NULL);
CREATE TABLE entry(id INTEGER PRIMARY KEY, subject INTEGER, delta INTEGER, ref TEXT UNIQUE, at INTEGER);
CREATE INDEX entry_subject ON entry(subject, id);
CREATE TABLE outbox(id INTEGER PRIMARY KEY, room TEXT, body TEXT, state INTEGER);
CREATE TABLE pending(id INTEGER PRIMARY KEY, subject INTEGER, points INTEGER, state INTEGER);
CREATE INDEX pending_due ON pending(state, id);
"""
_SETTLE = (
    "INSERT INTO entry(subject, delta, ref, at) SELECT subject, -points, 'f' || id, 1 FROM pending WHERE state = 0",
    (
        "UPDATE balance SET points = balance.points - due.points FROM"
        " (SELECT subject, sum(points) AS points FROM pending WHERE state = 0 GROUP BY subject) AS due"
        " WHERE due.subject = balance.subject"
    ),
    "INSERT INTO outbox(room, body, state) SELECT subject, '扣分 ' || points, 0 FROM pending WHERE state = 0",
    "UPDATE pending SET state = 1 WHERE state = 0",
)
_FACTS = {"item": "MN05", "title": "占道经营", "version": "v1", "snapshot": "{}", "points": 3, "person": 9}


def _finding(number: int, month: str) -> OpenMatter:
    return OpenMatter(
        code=NewCode("L", number),
        sort=states.SORT,
        state=states.DUE,
        line="占道经营",
        step=Step("registered", 9, "grid_worker"),
        subject=number % SUBJECTS + 1,
        grid=f"g{number % 20}",
        due_at=end_of(month) - 1,
        facts=_FACTS | {"role": "grid_worker", "note": ""},
    )


async def _settled(app: App, month: str) -> float:
    start = time.perf_counter()
    await app.store.post(Unit(None, (SettleMonth(month, "{code} {title} −{points}"),), at=end_of(month) + 1))
    return (time.perf_counter() - start) * 1000


def _bot(app: App, months: Iterator[str]) -> tuple[Candidate, Candidate]:
    """Settles the next month, and the last one once more."""
    last = ""

    async def first() -> float:
        nonlocal last
        last = next(months)
        for begin in range(0, _FINDINGS, _AT_ONCE):
            found = tuple(_finding(number, last) for number in range(begin, begin + _AT_ONCE))
            await app.store.post(Unit(None, found, at=end_of(last) - 2))
        return await _settled(app, last)

    return first, lambda: _settled(app, last)


def _plain(path: Path) -> float:
    with closing(sqlite3.connect(path, isolation_level=None)) as book:
        due = [(number % SUBJECTS + 1,) for number in range(_FINDINGS)]
        book.execute("BEGIN")
        book.executemany("INSERT INTO pending(subject, points, state) VALUES (?, 3, 0)", due)
        book.execute("COMMIT")
        start = time.perf_counter()
        book.execute("BEGIN IMMEDIATE")
        for statement in _SETTLE:
            book.execute(statement)
        book.execute("COMMIT")
        return (time.perf_counter() - start) * 1000


def _made(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as book:
        book.executescript(_SCHEMA)
        book.executemany("INSERT INTO balance VALUES (?, 100)", [(number,) for number in range(1, SUBJECTS + 1)])
        book.commit()
    return path


async def tables(rounds: int) -> list[Table]:
    """On SQLite, another month in every round."""
    with folder() as home:
        plain = _made(home / "plain.db")
        months = (f"{months_before(date(2027, 1, 1), -after):%Y-%m}" for after in count())
        async with community(fresh_file(home), home) as (app, _):
            first, again = _bot(app, months)
            works: dict[str, Candidate] = {_BOT: first, _AGAIN: again, _PLAIN: lambda: asyncio.to_thread(_plain, plain)}
            return [await compare("结算一万条扣分", "毫秒", works, _GOALS, rounds)]
