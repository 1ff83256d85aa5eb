"""查积分 from the bytes of the message to the bytes of the reply, beside two bare reads (goals 5 and 6)."""

from collections.abc import Mapping
from pathlib import Path

from benchmarks import rates
from benchmarks.community import Talk, community
from benchmarks.comparing import Candidate, Goal, Table, compare
from benchmarks.databases import folder, fresh_database, fresh_file, postgresql
from benchmarks.plain_book import plain_book
from benchmarks.rates import Work

_BOT, _CORE, _ORM = "gridbot 查积分（整条路）", "SQLAlchemy Core 异步，两次读", "SQLAlchemy ORM 异步，两次读"
_HOP = "SQLAlchemy Core 同步，一次线程往返"
_SQLITE_GOALS = (Goal("5", _BOT, _CORE, 4), Goal("5", _BOT, _HOP, 0.7))
_POSTGRESQL_GOALS = (Goal("6", _BOT, _CORE, 1), Goal("6", _BOT, _ORM, 2))


def _candidates(works: Mapping[str, Work], tasks: int) -> dict[str, Candidate]:
    return {name: lambda work=work: rates.of_tasks(work, tasks) for name, work in works.items()}  # type: ignore[misc]


async def _sqlite(home: Path, rounds: int) -> list[Table]:
    async with community(fresh_file(home), home) as (app, channel), plain_book(fresh_file(home)) as plain:
        works: dict[str, Work] = {
            _BOT: Talk(app, channel).ask,
            _CORE: plain.core_read,
            _ORM: plain.orm_read,
            _HOP: plain.hop_read,
        }
        return [
            await compare(f"SQLite 查积分，{n} 个任务", "次/秒", _candidates(works, n), _SQLITE_GOALS, rounds)
            for n in (1, 32)
        ]


async def _postgresql(home: Path, server: str, rounds: int) -> list[Table]:
    own, other = await fresh_database(server), await fresh_database(server)
    async with community(own, home) as (app, channel), plain_book(other) as plain:
        works: dict[str, Work] = {_BOT: Talk(app, channel).ask, _CORE: plain.core_read, _ORM: plain.orm_read}
        return [
            await compare(f"PostgreSQL 查积分，{n} 个任务", "次/秒", _candidates(works, n), _POSTGRESQL_GOALS, rounds)
            for n in (1, 32)
        ]


async def tables(rounds: int) -> list[Table]:
    """Both databases, one task and 32."""
    with folder() as home, postgresql() as server:
        return [*await _sqlite(home, rounds), *await _postgresql(home, server, rounds)]
