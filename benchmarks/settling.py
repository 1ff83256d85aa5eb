"""A month's settlement with notices and chain, beside the plain SQL that could do as little (goal 10)."""

import time
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

from benchmarks.community import SUBJECTS, community
from benchmarks.comparing import Candidate, Goal, Table, compare
from benchmarks.databases import folder, fresh_database, fresh_file, postgresql
from benchmarks.plain_settling import settled_plainly
from bot.app import App
from domain.code import NewCode
from domain.decision import Unit
from domain.findings import states
from domain.findings.settling import SettleMonth, end_of
from domain.matters.matter import OpenMatter, Step
from domain.period import months_before

_FINDINGS = 10_000
_AT_ONCE = 500
_BOT, _AGAIN, _PLAIN = "gridbot：结算一个月", "gridbot：同一个月再结算一次", "裸驱动：集合语句写同样的行，不算链"
_GOALS = (Goal("10", _BOT, _PLAIN, 1.3, at_most=True), Goal("10", _AGAIN, _BOT, 0.05, at_most=True))
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


async def due(app: App, month: str) -> None:
    """Findings that the month's settlement has to post."""
    for begin in range(0, _FINDINGS, _AT_ONCE):
        found = tuple(_finding(number, month) for number in range(begin, begin + _AT_ONCE))
        await app.store.post(Unit(None, found, at=end_of(month) - 2))


async def settled(app: App, month: str) -> float:
    """Settle a month; milliseconds."""
    start = time.perf_counter()
    await app.store.post(Unit(None, (SettleMonth(month, "{code} {title} −{points}"),), at=end_of(month) + 1))
    return (time.perf_counter() - start) * 1000


def _bot(app: App) -> tuple[Candidate, Candidate]:
    """Settles the next month, and the last one once more."""
    months, last = month_names(), ""

    async def first() -> float:
        nonlocal last
        last = next(months)
        await due(app, last)
        return await settled(app, last)

    return first, lambda: settled(app, last)


def _plain(app: App, url: str) -> Candidate:
    months = month_names()

    async def plainly() -> float:
        month = next(months)
        await due(app, month)
        return await settled_plainly(url, app.config.community.id, month, end_of(month))

    return plainly


def month_names() -> Iterator[str]:
    """Months that no round has settled yet."""
    return (f"{months_before(date(2027, 1, 1), -after):%Y-%m}" for after in count())


async def _compared(where: str, urls: tuple[str, str], home: Path, rounds: int) -> Table:
    async with community(urls[0], home) as (app, _), community(urls[1], home) as (other, _):
        first, again = _bot(app)
        works: dict[str, Candidate] = {_BOT: first, _AGAIN: again, _PLAIN: _plain(other, urls[1])}
        return await compare(f"{where} 结算一万条扣分", "毫秒", works, _GOALS, rounds)


async def tables(rounds: int) -> list[Table]:
    """Both databases, another month in every round."""
    with folder() as home, postgresql() as server:
        files = (fresh_file(home), fresh_file(home))
        databases = (await fresh_database(server), await fresh_database(server))
        return [
            await _compared("SQLite", files, home, rounds),
            await _compared("PostgreSQL", databases, home, rounds),
        ]
