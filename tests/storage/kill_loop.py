"""Kills a writing process again and again and checks that no answered write is lost and none is doubled.

    python -m tests.storage.kill_loop --cycles 500 --seed 1

The parent is single-threaded and forks, so that a cycle costs no imports. A child acknowledges every committed
unit on a pipe; the parent kills it at a random moment and reads the book.
"""

import argparse
import asyncio
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from itertools import count
from pathlib import Path

from domain.code import NewCode
from domain.decision import Claim, Say, Target, Unit
from domain.ledger import Hand, NewEntry, RuleMark
from storage.database import open_database, sqlite_url
from storage.ledger import prove
from storage.migrations import migrate
from storage.store import Store

COMMUNITY, KEY = "kill", b"key"
RULE = RuleMark("R07", "v1", "{}")


def _unit(key: str) -> Unit:
    entry = NewEntry(NewCode("L"), 1 + hash(key) % 5, "credit", "issue", 1, key, RULE, Hand(), "2026-11-23")
    return Unit(Claim("message", key), (entry, Say(Target("subject", "1"), f"{NewCode('L')}")), at=1)


async def _write(path: Path, cycle: int, pipe: int) -> None:
    store = Store(open_database(sqlite_url(path)), COMMUNITY, KEY)

    async def one(lane: int) -> None:
        for number in count():
            key = f"{cycle}-{lane}-{number}"
            await store.post(_unit(key))
            os.write(pipe, f"{key}\n".encode())

    await asyncio.gather(*(one(lane) for lane in range(4)))


def _cycle(path: Path, cycle: int, patience: float) -> set[str]:
    """Start a writer, kill it after a while, and return what it had acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        asyncio.run(_write(path, cycle, writing))
        os._exit(0)
    os.close(writing)
    time.sleep(patience)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    return {line for line in said.split("\n")[:-1] if line}


def _check(path: Path, acknowledged: set[str]) -> None:
    with sqlite3.connect(path) as book:
        kept = [row[0] for row in book.execute("SELECT source FROM entry ORDER BY seq")]
        owed = book.execute("SELECT count(*) FROM outbox").fetchone()[0]
        claimed = book.execute("SELECT count(*) FROM inbox").fetchone()[0]
    book.close()
    lost = acknowledged - set(kept)
    if lost or len(kept) != len(set(kept)) or not len(kept) == owed == claimed:
        raise AssertionError(f"lost {sorted(lost)[:3]}, entries {len(kept)}, outbox {owed}, inbox {claimed}")


async def _prepare(path: Path) -> None:
    database = open_database(sqlite_url(path))
    await migrate(database)
    await database.close()


async def _proof(path: Path) -> tuple[int, tuple[str, ...]]:
    database = open_database(sqlite_url(path))
    async with database.reader.connect() as connection:
        proof = await connection.run_sync(prove, COMMUNITY, KEY)
    await database.close()
    return proof.entries, proof.broken


def main() -> int:
    """Run the cycles; 0 when nothing was lost, doubled or broken."""
    options = argparse.ArgumentParser()
    options.add_argument("--cycles", type=int, default=500)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    chance = random.Random(chosen.seed)
    acknowledged: set[str] = set()
    with tempfile.TemporaryDirectory(prefix="gridbot-kill-") as folder:
        path = Path(folder) / "book.db"
        asyncio.run(_prepare(path))
        for cycle in range(chosen.cycles):
            acknowledged |= _cycle(path, cycle, chance.uniform(0.005, 0.08))
            if cycle % 50 == 49 or cycle + 1 == chosen.cycles:
                _check(path, acknowledged)
        entries, broken = asyncio.run(_proof(path))
    print(f"{chosen.cycles} kills, {len(acknowledged)} acknowledged, {entries} entries, broken: {list(broken)}")
    return 1 if broken or not acknowledged else 0


if __name__ == "__main__":
    sys.exit(main())
