"""The proof of the whole book, beside a plain recomputation of the same chain and sums (goal 13)."""

import hashlib
import json
import sqlite3
import time
from collections import Counter
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks.community import community, entry
from benchmarks.comparing import Goal, Table, compare
from benchmarks.databases import folder, fresh_file
from domain.decision import Unit
from domain.ledger import GENESIS
from domain.proof import Anchor, BookProof
from storage.tables.ledger import entry as entry_table

_BOT, _PLAIN = "gridbot：整本账核对", "裸驱动：重算链和余额"
_NEW = "gridbot：只核对新增的百分之一"
_COVERED = ", ".join(column.name for column in entry_table.columns if column.name not in {"community", "hash"})
_ROWS = f"SELECT {_COVERED}, hash FROM entry ORDER BY seq"  # noqa: S608 - names of columns, of our own
_BALANCES = "SELECT subject, account, points FROM balance"


def _recomputed(path: Path) -> None:
    """Walk the chain and add up, as short as it can be said."""
    head, sums = GENESIS, Counter[tuple[int, str]]()
    with closing(sqlite3.connect(path)) as book:
        for *row, kept in book.execute(_ROWS):
            said = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
            head = hashlib.sha256(head.encode() + b"\n" + said).hexdigest()
            if head != kept:
                raise AssertionError("the plain recomputation reads the chain otherwise than the bot")
            sums[row[2], row[3]] += row[5]
        balances = {(who, account): points for who, account, points in book.execute(_BALANCES)}
    if balances != sums:
        raise AssertionError("the balances are not the sums")


async def tables(rounds: int) -> list[Table]:
    """On SQLite, over the seeded book."""
    with folder() as home:
        url = fresh_file(home)
        path = Path(url.partition(":///")[2])
        async with community(url, home) as (app, _):

            async def proof(since: Anchor | None = None) -> float:
                start = time.perf_counter()
                found = await app.store.answer(BookProof(since))
                if found.broken:
                    raise AssertionError(found.broken[0])
                return (time.perf_counter() - start) * 1000

            async def plain() -> float:
                start = time.perf_counter()
                _recomputed(path)
                return (time.perf_counter() - start) * 1000

            before = await app.store.answer(BookProof())
            fresh = [entry(number, "seed new") for number in range(1, before.entries // 100 + 1)]
            await app.store.post(Unit(None, tuple(fresh), at=1))
            new = partial(proof, Anchor(before.entries, before.head))
            goals = (Goal("13", _BOT, _PLAIN, 1.2, at_most=True), Goal("13", _NEW, _BOT, 0.05, at_most=True))
            return [await compare("整本账核对", "毫秒", {_BOT: proof, _NEW: new, _PLAIN: plain}, goals, rounds)]
