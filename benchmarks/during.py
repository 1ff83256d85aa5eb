"""The chat while a month is settled: what a question and a durable write take then, beside an idle hour (goal 11)."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from itertools import count
from pathlib import Path

from benchmarks import rates
from benchmarks.community import Talk, community, entry
from benchmarks.comparing import Candidate, Goal, Table, compare
from benchmarks.databases import folder, fresh_database, fresh_file, postgresql
from benchmarks.listening import Listener
from benchmarks.plain_settling import settled_plainly
from benchmarks.settling import due, month_names, settled
from bot.app import App
from domain.decision import Claim, Say, Target, Unit
from domain.findings.settling import end_of

_PACE = 0.04
"""Seconds from one pair to the next: 25 questions and 25 writes a second, 50 commands."""
_IDLE_SECONDS = 1.0
_ASK_IDLE, _ASK_BUSY = "查积分，平时", "查积分，结算时"
_WRITE_IDLE, _WRITE_BUSY = "持久写入，平时", "持久写入，结算时"
_ALL, _PLAIN = "gridbot：边聊边结算", "裸驱动：集合语句写同样的行，不算链"
_CHAT_GOALS = (Goal("11", _ASK_BUSY, _ASK_IDLE, 2, at_most=True), Goal("11", _WRITE_BUSY, "", 250, at_most=True))
_ALL_GOALS = (Goal("11", _ALL, _PLAIN, 1.6, at_most=True),)


class _Chat:
    """Pairs of a question and a write, at a pace that waits for nobody."""

    def __init__(self, app: App, channel: Listener) -> None:
        self._app = app
        self._talk = Talk(app, channel)
        self._numbers = count(1)
        self.asked: list[float] = []
        self.written: list[float] = []

    async def until(self, over: Callable[[], bool]) -> None:
        """Go on until it is over."""
        self.asked, self.written = [], []
        async with asyncio.TaskGroup() as group:
            while not over():
                group.create_task(self._timed(self._talk.ask, self.asked))
                group.create_task(self._timed(self._write, self.written))
                await asyncio.sleep(_PACE)

    async def _write(self) -> None:
        number = next(self._numbers)
        reply = Say(Target("account", "p1", "bench"), "张三 当前积分 98 分，扣 2 分：高空抛物")
        made = entry(number % 100 + 1, f"during {number}")
        await self._app.store.post(Unit(Claim("message", f"during {number}"), (made, reply), at=1))

    @staticmethod
    async def _timed(work: Callable[[], Awaitable[object]], spans: list[float]) -> None:
        start = time.perf_counter()
        await work()
        spans.append(time.perf_counter() - start)


class _Rounds:
    """One round is measured once, its figures are told row by row."""

    def __init__(self, app: App, channel: Listener) -> None:
        self._app, self._chat, self._months = app, _Chat(app, channel), month_names()
        self.spent: list[float] = []
        self._figures: Iterator[float] = iter(())

    async def first(self) -> float:
        """The first figure of a round, which is then measured."""
        quiet_until = time.perf_counter() + _IDLE_SECONDS
        await self._chat.until(lambda: time.perf_counter() > quiet_until)
        idle = [rates.ninety_fifth(self._chat.asked), rates.ninety_fifth(self._chat.written)]
        month = next(self._months)
        await due(self._app, month)
        settling = asyncio.create_task(settled(self._app, month))
        await self._chat.until(settling.done)
        self.spent.append(await settling)
        busy = [rates.ninety_fifth(self._chat.asked), rates.ninety_fifth(self._chat.written)]
        self._figures = iter((idle[0], busy[0], idle[1], busy[1]))
        return next(self._figures)

    async def following(self) -> float:
        """The next figure of the round."""
        return next(self._figures)


async def _compared(where: str, urls: tuple[str, str], home: Path, rounds: int) -> list[Table]:
    async with community(urls[0], home) as (app, channel), community(urls[1], home) as (other, _):
        measured, months = _Rounds(app, channel), month_names()
        plain: list[float] = []

        async def following_and_plain() -> float:
            month = next(months)
            await due(other, month)
            plain.append(await settled_plainly(urls[1], other.config.community.id, month, end_of(month)))
            return await measured.following()

        works: dict[str, Candidate] = {
            _ASK_IDLE: measured.first,
            _ASK_BUSY: measured.following,
            _WRITE_IDLE: measured.following,
            _WRITE_BUSY: following_and_plain,
        }
        title = f"{where} 结算一万条时的聊天，每秒 50 条，95% 不超过"
        chat = await compare(title, "毫秒", works, _CHAT_GOALS, rounds)
        samples = {_ALL: measured.spent[1:], _PLAIN: plain[1:]}
        return [chat, Table(f"{where} 边聊边结算一万条", "毫秒", samples, _ALL_GOALS)]


async def tables(rounds: int) -> list[Table]:
    """Both databases."""
    with folder() as home, postgresql() as server:
        files = (fresh_file(home), fresh_file(home))
        databases = (await fresh_database(server), await fresh_database(server))
        return [
            *await _compared("SQLite", files, home, rounds),
            *await _compared("PostgreSQL", databases, home, rounds),
        ]
