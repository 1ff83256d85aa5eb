"""A city's mixed traffic from bytes to bytes: chatter, 查积分 and durable writes (goal 15)."""

import asyncio
import json
import random
import re
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from benchmarks import rates
from benchmarks.chatter import chatter, message
from benchmarks.community import SUBJECTS, Talk, community, entry
from benchmarks.comparing import Candidate, Goal, Table, compare
from benchmarks.databases import folder, fresh_file
from benchmarks.grouped import GroupedThread
from benchmarks.peers import COMMANDS
from benchmarks.plain_book import plain_book
from benchmarks.rates import Work
from bot.app import App
from domain.decision import Claim, Unit

_BOT, _CORE, _SKETCH = "gridbot", "SQLAlchemy Core 异步，写入排队", "草图：一次线程往返读，攒批写"
_MESSAGES, _ASKED, _WRITTEN, _AT_ONCE = 6_000, 0.015, 0.005, 64
_A_SECOND, _BURST = 6_000, 60
_GOALS = (Goal("15", _BOT, _CORE, 3), Goal("15", _BOT, _SKETCH, 0.6))
_PACED_GOALS = (Goal("15", _BOT, "", 20, at_most=True),)
_ASK, _WRITE = "查积分", "扣分记录 高空抛物"
_MATCH = re.compile("(?:" + "|".join(sorted(COMMANDS, key=len, reverse=True)) + r")(?=\s|$)").match
_FIRSTS = frozenset(name[0] for name in COMMANDS)


@dataclass(slots=True)
class _Side:
    """One way to take traffic: what it does with chatter, with a question, with an entry."""

    hear: Callable[[str, str], object]
    ask: Work
    write: Work
    spans: list[float] = field(default_factory=list)
    _gate: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))
    _live: set["asyncio.Task[None]"] = field(default_factory=set)

    async def take(self, raw: bytes) -> None:
        """One message."""
        body = json.loads(raw)
        text = body["text"]
        if text not in (_ASK, _WRITE):
            self.hear(body["id"], text)
            return
        await self._gate.acquire()
        task = asyncio.create_task(self._serve(self.ask if text == _ASK else self.write))
        self._live.add(task)
        task.add_done_callback(self._live.discard)

    async def _serve(self, work: Work) -> None:
        start = time.perf_counter()
        try:
            await work()
        finally:
            self._gate.release()
        self.spans.append(time.perf_counter() - start)

    async def flood(self, traffic: Sequence[bytes]) -> float:
        """Messages a second where they come as fast as they can be taken."""
        start = time.perf_counter()
        for number, raw in enumerate(traffic):
            await self.take(raw)
            if not number % _BURST:
                await asyncio.sleep(0)
        await self._idle()
        return len(traffic) / (time.perf_counter() - start)

    async def paced(self, traffic: Sequence[bytes]) -> float:
        """The milliseconds that 95 of 100 commands stay under at the city's ceiling."""
        self.spans.clear()
        start = time.perf_counter()
        for first in range(0, len(traffic), _BURST):
            await asyncio.sleep(max(0.0, start + first / _A_SECOND - time.perf_counter()))
            for raw in traffic[first : first + _BURST]:
                await self.take(raw)
        await self._idle()
        return rates.ninety_fifth(self.spans)

    async def _idle(self) -> None:
        while self._live:
            await asyncio.wait(self._live)
            await asyncio.sleep(0)


def _traffic() -> list[bytes]:
    chance, texts, found = random.Random(11), chatter(), []
    for number in range(_MESSAGES):
        luck = chance.random()
        text = _ASK if luck < _ASKED else _WRITE if luck < _ASKED + _WRITTEN else chance.choice(texts)
        found.append(json.dumps({"id": f"m{number}", "text": text}, ensure_ascii=False).encode())
    return found


def _ignoring() -> Callable[[str, str], object]:
    """The cheapest ear there is: ids seen before, then a sieve."""
    seen: dict[str, None] = {}

    def hear(number: str, text: str) -> object:
        seen[number] = None
        if len(seen) > 4096:
            seen.clear()
        return text[0] in _FIRSTS and _MATCH(text)

    return hear


def _bot(app: App, talk: Talk) -> _Side:
    numbers, chance = count(1), random.Random(3)

    async def write() -> None:
        key = f"x{next(numbers)}"
        await app.store.post(Unit(Claim("message", key), (entry(chance.randint(1, SUBJECTS), key),), at=1))

    return _Side(lambda _, text: app.dispatcher.receive(message(text)), talk.ask, write)


async def _compared(home: Path, rounds: int) -> list[Table]:
    url, traffic = fresh_file(home), _traffic()
    async with community(fresh_file(home), home) as (app, channel), plain_book(url) as plain:
        raw = GroupedThread(Path(url.partition(":///")[2]), plain)
        sides = {
            _BOT: _bot(app, Talk(app, channel)),
            _CORE: _Side(_ignoring(), plain.core_read, plain.locked(plain.core_write)),
            _SKETCH: _Side(_ignoring(), plain.hop_read, raw.write),
        }

        def candidate(work: Callable[[Sequence[bytes]], Awaitable[float]]) -> Candidate:
            return lambda: work(traffic)

        try:
            floods = {name: candidate(side.flood) for name, side in sides.items()}
            paces = {name: candidate(side.paced) for name, side in sides.items()}
            return [
                await compare("混合流量，来多少收多少", "条/秒", floods, _GOALS, rounds),
                await compare("每秒 6,000 条时，95% 的命令不超过", "毫秒", paces, _PACED_GOALS, rounds),
            ]
        finally:
            raw.close()


async def tables(rounds: int) -> list[Table]:
    """Flat out, and at the pace of a city's busiest minute."""
    with folder() as home:
        return await _compared(home, rounds)
