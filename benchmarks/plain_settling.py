"""What a settlement costs at least: the same rows in the same tables by set statements, without the chain."""

import asyncio
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import asyncpg

_DUE = "community = {whose} AND sort = 'finding' AND state = 'due' AND closed_at IS NULL AND due_at < {end}"
_FACT = "{facts} ->> '{name}'"
_STATEMENTS = (
    # Whoever decided on one of these looks again.
    """INSERT INTO version(community, key, version)
       SELECT {whose}, 'matter:' || code, 1 FROM matter WHERE {due}
       UNION SELECT {whose}, 'subject:' || CAST(subject AS TEXT), 1 FROM matter WHERE {due}
       ORDER BY 2 ON CONFLICT(community, key) DO UPDATE SET version = version.version + 1""",
    """INSERT INTO entry(community, seq, code, subject, account, contra, amount, source, item, version, snapshot,
       person, role, grid, occurred_on, posted_at, evidence, note_digest, hash)
       SELECT {whose}, base.seq + row_number() OVER (ORDER BY code), CAST(substr(code, 2) AS BIGINT), subject,
       'credit', 'deduct', -CAST({points} AS INTEGER), 'finding:' || code, {item}, {version}, '',
       CAST({person} AS BIGINT), {role}, grid, '2026-11-30', {end}, '', '', ''
       FROM matter, (SELECT coalesce(max(seq), 0) AS seq FROM entry WHERE community = {whose}) AS base
       WHERE {due} ORDER BY code""",
    """INSERT INTO balance(community, subject, account, points, entries)
       SELECT {whose}, subject, 'credit', -sum(CAST({points} AS INTEGER)), count(*) FROM matter WHERE {due}
       GROUP BY subject ORDER BY subject ON CONFLICT(community, subject, account)
       DO UPDATE SET points = balance.points + excluded.points, entries = balance.entries + excluded.entries""",
    """INSERT INTO matter_step(community, code, step, act, role, note, at)
       SELECT {whose}, code, base.step + row_number() OVER (ORDER BY code), 'effective', 'system', '2026-11', {end}
       FROM matter, (SELECT value AS step FROM counter WHERE community = {whose} AND kind = 'step') AS base
       WHERE {due} ORDER BY code""",
    """INSERT INTO outbox(community, id, target, payload, urgency, state, created_at, due_at)
       SELECT {whose}, base.id + row_number() OVER (ORDER BY code), 'subject:' || CAST(subject AS TEXT),
       {object}('text', code || ' ' || ({title}) || ' −' || ({points})), 2, 'pending', {end}, {end}
       FROM matter, (SELECT coalesce(max(id), 0) AS id FROM outbox WHERE community = {whose}) AS base
       WHERE {due} ORDER BY code""",
    "UPDATE counter SET value = value + (SELECT count(*) FROM matter WHERE {due}) WHERE kind IN ('step', 'outbox')",
    """UPDATE chain_head SET seq = (SELECT max(seq) FROM entry WHERE entry.community = {whose})
       WHERE community = {whose}""",
    "UPDATE matter SET state = 'effective', due_at = NULL, closed_at = {end} WHERE {due}",
    "INSERT INTO closing(community, grid, month, at) SELECT {whose}, code, '{month}', {end} FROM grid",
)


def _statements(community: str, month: str, end: int, facts: str, make: str) -> list[str]:
    values = {"whose": f"'{community}'", "end": str(end), "month": month, "object": make}
    names = ("points", "item", "version", "person", "role", "title")
    values |= {name: _FACT.format(facts=facts, name=name) for name in names}
    values["due"] = _DUE.format(**values)
    return [statement.format(**values) for statement in _STATEMENTS]


async def settled_plainly(url: str, community: str, month: str, end: int) -> float:
    """Settle what is due; milliseconds."""
    if url.startswith("sqlite"):
        return await asyncio.to_thread(_by_sqlite, Path(url.partition(":///")[2]), community, month, end)
    return await _by_postgresql(url, community, month, end)


def _by_sqlite(path: Path, community: str, month: str, end: int) -> float:
    with closing(sqlite3.connect(path, isolation_level=None)) as book:
        book.execute("PRAGMA synchronous=FULL")
        start = time.perf_counter()
        book.execute("BEGIN IMMEDIATE")
        for statement in _statements(community, month, end, "facts", "json_object"):
            book.execute(statement)
        book.execute("COMMIT")
        return (time.perf_counter() - start) * 1000


async def _by_postgresql(url: str, community: str, month: str, end: int) -> float:
    book = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        start = time.perf_counter()
        async with book.transaction():
            for statement in _statements(community, month, end, "CAST(facts AS json)", "json_build_object"):
                await book.execute(statement)
        return (time.perf_counter() - start) * 1000
    finally:
        await book.close()
