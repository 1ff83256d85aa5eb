"""Finding what is owed and claiming it for sending, beside the one statement that could do as little (goal 18)."""

import sqlite3
import time
from asyncio import gather, to_thread
from contextlib import closing
from itertools import count
from pathlib import Path

import asyncpg

from benchmarks.community import community
from benchmarks.comparing import Candidate, Goal, Table, compare
from benchmarks.databases import folder, fresh_database, fresh_file, postgresql
from bot.app import App
from domain.decision import Say, Target, Unit, Urgency
from domain.outbox import LeftSending, Mark, OwedNow, Take

_MESSAGES, _PAGE, _AT_ONCE = 1_024, 500, 64
_NOW = 10
_BOT, _PLAIN = "gridbot：找出并认领", "裸驱动：UPDATE … RETURNING，一次 64 条"
_GOALS = (Goal("18", _BOT, _PLAIN, 0.5),)
_CLAIM = (
    "UPDATE outbox SET state = 'sending', attempts = attempts + 1, due_at = 10 WHERE community = '{whose}' AND id IN"
    " (SELECT id FROM outbox WHERE community = '{whose}' AND state = 'pending' AND due_at <= 10"
    " ORDER BY urgency, id LIMIT {most} {skip}) RETURNING id, target, payload, urgency, attempts, created_at, served"
)


async def _owe(app: App, targets: "count[int]") -> None:
    says = tuple(
        Say(Target("account", f"a{next(targets)}", "bench"), "本月扣 2 分：高空抛物", urgency=Urgency.NOTICE)
        for _ in range(_MESSAGES)
    )
    await app.store.post(Unit(None, says, at=1))


async def _claim_all(app: App) -> float:
    """As delivery does it: a page of what is owed, then so many at a time."""
    start, done = time.perf_counter(), 0
    while page := await app.store.answer(OwedNow(_NOW, _PAGE)):
        for begin in range(0, len(page), _AT_ONCE):
            found = page[begin : begin + _AT_ONCE]
            taken = [Unit(None, (Take(one.id, one.attempts + 1, (), _NOW),), at=_NOW) for one in found]
            await gather(*(app.store.post(unit) for unit in taken))
        done += len(page)
    return done / (time.perf_counter() - start)


def _by_sqlite(path: Path, statement: str) -> float:
    with closing(sqlite3.connect(path, isolation_level=None)) as book:
        book.execute("PRAGMA synchronous=FULL")
        start, done = time.perf_counter(), 0
        while found := book.execute(statement).fetchall():
            done += len(found)
        return done / (time.perf_counter() - start)


async def _by_postgresql(url: str, statement: str) -> float:
    book = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        start, done = time.perf_counter(), 0
        while found := await book.fetch(statement):
            done += len(found)
        return done / (time.perf_counter() - start)
    finally:
        await book.close()


async def _send_all(app: App) -> None:
    """What was claimed is over before the next round, as it is in practice; not measured."""
    left = await app.store.answer(LeftSending(_NOW))
    await app.store.post(Unit(None, tuple(Mark(one.id, "sent", 1, sent_at=_NOW) for one in left), at=_NOW))


def _bot(app: App) -> Candidate:
    targets = count(1)

    async def claimed() -> float:
        await _owe(app, targets)
        rate = await _claim_all(app)
        await _send_all(app)
        return rate

    return claimed


def _plain(app: App, url: str) -> Candidate:
    targets = count(1)
    on_file = url.startswith("sqlite")
    file = Path(url.partition(":///")[2])
    skip = "" if on_file else "FOR UPDATE SKIP LOCKED"
    statement = _CLAIM.format(whose=app.config.community.id, most=_AT_ONCE, skip=skip)

    async def claimed() -> float:
        await _owe(app, targets)
        rate = await (to_thread(_by_sqlite, file, statement) if on_file else _by_postgresql(url, statement))
        await _send_all(app)
        return rate

    return claimed


async def _compared(where: str, urls: tuple[str, str], home: Path, rounds: int) -> Table:
    async with community(urls[0], home) as (app, _), community(urls[1], home) as (other, _):
        works = {_BOT: _bot(app), _PLAIN: _plain(other, urls[1])}
        return await compare(f"{where} 认领要发的消息，{_MESSAGES} 条", "条/秒", works, _GOALS, rounds)


async def tables(rounds: int) -> list[Table]:
    """Both databases; every claim is durable before anything is sent."""
    with folder() as home, postgresql() as server:
        files = (fresh_file(home), fresh_file(home))
        databases = (await fresh_database(server), await fresh_database(server))
        return [
            await _compared("SQLite", files, home, rounds),
            await _compared("PostgreSQL", databases, home, rounds),
        ]
