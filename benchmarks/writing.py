"""One durable entry with its balance and its reply, beside the bare layers (goals 7 and 8)."""

from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from random import Random

from benchmarks import rates
from benchmarks.community import SUBJECTS, community, entry
from benchmarks.comparing import Candidate, Goal, Table, compare
from benchmarks.databases import folder, fresh_database, fresh_file, postgresql
from benchmarks.grouped import GroupedTask, GroupedThread
from benchmarks.plain_book import plain_book
from benchmarks.rates import Work
from bot.app import App
from domain.decision import Claim, Say, Target, Unit

_BOT, _CORE, _ORM = "gridbot（认领、链、余额、回复）", "SQLAlchemy Core，一笔一个事务", "SQLAlchemy ORM，一笔一个事务"
_RAW = "裸驱动，攒批提交"
_SQLITE = {
    1: (Goal("7", _BOT, _CORE, 1),),
    32: (Goal("7", _BOT, _CORE, 12), Goal("7", _BOT, _ORM, 20), Goal("7", _BOT, _RAW, 0.35)),
}
_POSTGRESQL = {1: (), 32: (Goal("8", _BOT, _CORE, 10), Goal("8", _BOT, _RAW, 0.7))}
_NINETY_FIFTH = (Goal("8", _BOT, _CORE, 0.1, at_most=True),)


def _posting(app: App) -> Work:
    numbers, chance = count(1), Random(3)

    async def post() -> None:
        key = f"x{next(numbers)}"
        reply = Say(Target("account", "p1", "bench"), "张三 当前积分 98 分，扣 2 分：高空抛物")
        await app.store.post(Unit(Claim("message", key), (entry(chance.randint(1, SUBJECTS), key), reply), at=1))

    return post


def _rates(works: Mapping[str, Work], tasks: int) -> dict[str, Candidate]:
    return {name: lambda work=work: rates.of_tasks(work, tasks) for name, work in works.items()}  # type: ignore[misc]


def _latency(work: Work, tasks: int) -> Candidate:
    async def measured() -> float:
        spans: list[float] = []
        await rates.of_tasks(work, tasks, spans=spans)
        return rates.ninety_fifth(spans)

    return measured


async def _compared(
    where: str, works: Mapping[str, Work], goals: Mapping[int, Sequence[Goal]], rounds: int
) -> list[Table]:
    return [
        await compare(f"{where} 持久写入，{n} 个任务", "笔/秒", _rates(works, n), own, rounds)
        for n, own in goals.items()
    ]


async def _sqlite(home: Path, rounds: int) -> list[Table]:
    url = fresh_file(home)
    async with community(fresh_file(home), home) as (app, _), plain_book(url) as plain:
        raw = GroupedThread(Path(url.partition(":///")[2]), plain)
        works = {
            _BOT: _posting(app),
            _CORE: plain.locked(plain.core_write),
            _ORM: plain.locked(plain.orm_write),
            _RAW: raw.write,
        }
        try:
            return await _compared("SQLite", works, _SQLITE, rounds)
        finally:
            raw.close()


async def _postgresql(home: Path, server: str, rounds: int) -> list[Table]:
    own, other = await fresh_database(server), await fresh_database(server)
    async with community(own, home) as (app, _), plain_book(other) as plain:
        raw = await GroupedTask.opened(other, plain)
        works = {_BOT: _posting(app), _CORE: plain.core_write, _ORM: plain.orm_write, _RAW: raw.write}
        try:
            found = await _compared("PostgreSQL", works, _POSTGRESQL, rounds)
            spans = {name: _latency(work, 32) for name, work in works.items()}
            title = "PostgreSQL 持久写入，32 个任务，95% 不超过"
            return [*found, await compare(title, "毫秒", spans, _NINETY_FIFTH, rounds)]
        finally:
            await raw.close()


async def tables(rounds: int) -> list[Table]:
    """Both databases."""
    with folder() as home, postgresql() as server:
        return [*await _sqlite(home, rounds), *await _postgresql(home, server, rounds)]
