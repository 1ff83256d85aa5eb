"""Kills the whole bot while points are recorded, and checks that each message acts once and each answer is said.

    python -m tests.endurance.kills --cycles 40 --database postgresql+asyncpg://…

After every kill the bot starts again, and whoever wrote sends again what was not answered, and some of what was.
"""

import argparse
import asyncio
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from aiohttp import ClientSession
from sqlalchemy import func, select

from bot.config import Config, DatabaseSettings, DataSettings
from bot.operating.verifying import verified
from storage.database import open_database, sqlite_url
from storage.tables.ledger import entry
from storage.tables.members import subject
from tests.endurance.process import Bot, talking

_LANES, _ENTRIES_OF_ONE = 4, 50
_MOST_ANSWERS = 12
"""How many answers a life of the bot may see before it is killed."""
_MISSED = 0.3
"""Which part of what was answered is sent again all the same."""


@dataclass(frozen=True, slots=True)
class Line:
    """One message of a grid worker."""

    key: str
    worker: str
    text: str
    name: str


@dataclass(slots=True)
class Lane:
    """Somebody who enters people and records a point for each, one after the other."""

    bot: Bot
    number: int
    said: list[Line] = field(default_factory=list)
    answered: set[str] = field(default_factory=set)
    _worker: str = ""
    _entered: Iterator[int] = field(default_factory=count)

    async def work(self, session: ClientSession) -> None:
        """Until the bot dies."""
        while await self._next(session):
            continue

    async def _next(self, session: ClientSession) -> bool:
        place = next(self._entered)
        name = f"李{chr(0x4E00 + self.number)}{chr(0x5000 + place)}"
        if place % _ENTRIES_OF_ONE == 0:
            self._worker = await self._enter(session, f"王{name[1:]}", "grid_worker") or self._worker
        address = f"{self.number + 1}栋1单元{place + 101}"
        if not self._worker or await self._enter(session, name, "resident", address=address) is None:
            return False
        line = Line(f"{self.number}-{place}", self._worker, f"加分 {address} {name} 志愿服务 1", name)
        self.said.append(line)
        return await self.say(session, line)

    async def _enter(self, session: ClientSession, name: str, role: str, **more: str) -> str | None:
        entered = await self.bot.post(session, "/api/people", name=name, role=role, grid="二网格", **more)
        return None if entered is None else str(entered["id"])

    async def say(self, session: ClientSession, line: Line) -> bool:
        """Whether it was answered."""
        body = {"from": line.worker, "scene": "private", "text": line.text, "message_id": line.key}
        answer = await self.bot.post(session, "/api/messages", **body)
        if answer is not None:
            self.answered.add(line.key)
        return answer is not None

    async def again(self, session: ClientSession, chance: random.Random) -> None:
        """What the dead bot did not answer is sent again, and some of the rest too."""
        for line in self.said[-5:]:
            if line.key not in self.answered or chance.random() < _MISSED:
                await self.say(session, line)


async def _once(lanes: list[Lane], bot: Bot, chance: random.Random) -> None:
    await bot.start()
    async with talking() as session:
        for lane in lanes:
            await lane.again(session, chance)
        working = [asyncio.create_task(lane.work(session)) for lane in lanes]
        until = sum(len(lane.answered) for lane in lanes) + chance.randint(1, _MOST_ANSWERS)
        while sum(len(lane.answered) for lane in lanes) < until:
            await asyncio.sleep(0.002)
        await asyncio.sleep(chance.uniform(0, 0.03))
        await bot.kill()
        await asyncio.gather(*working)


async def run(folder: Path, cycles: int, seed: int, database: str = "") -> dict[str, int]:
    """Kill that often and check what is left; how many messages were answered, entered, and answered twice."""
    bot, chance = Bot(folder, database), random.Random(seed)
    lanes = [Lane(bot, number) for number in range(_LANES)]
    for _ in range(cycles):
        await _once(lanes, bot, chance)
    await bot.start()
    try:
        async with talking() as session:
            for lane in lanes:
                await lane.again(session, chance)
            messages = (await bot.get(session, "/api/messages"))["messages"]
    finally:
        await bot.kill()
    lines = [line for lane in lanes for line in lane.said]
    answered = {line.key for lane in lanes for line in lane.said if line.key in lane.answered}
    told = _told(messages, lines)
    entries = await _entries(bot)
    lost = [line for line in lines if line.key in answered and not (told[line.key] and entries[line.name])]
    doubled = [name for name, number in entries.items() if number > 1]
    if lost or doubled:
        raise AssertionError(f"lost {lost[:3]}, doubled {doubled[:3]}")
    return {"answered": len(answered), "entered": len(entries), "told twice": sum(n > 1 for n in told.values())}


def _told(messages: list[dict[str, Any]], lines: list[Line]) -> Counter[str]:
    """How often each worker was told of each line."""
    said = [(one["chat"].get("person"), one.get("text", "")) for one in messages if one["from"] == "bot"]
    return Counter(line.key for line in lines for chat, text in said if chat == line.worker and line.name in text)


async def _entries(bot: Bot) -> Counter[str]:
    """How many awards each subject has, by name; the whole book holds."""
    config = Config(database=DatabaseSettings(bot.database), data=DataSettings(str(bot.folder / "data")))
    code, sentences = await verified(config)
    assert code == 0, sentences
    database = open_database(bot.database or sqlite_url(bot.folder / "data" / "gridbot.db"))
    awards = (
        select(subject.c.name, func.count(func.distinct(entry.c.code)))
        .join(entry, (entry.c.community == subject.c.community) & (entry.c.subject == subject.c.id))
        .group_by(subject.c.name)
    )
    try:
        async with database.reader.connect() as connection:
            return Counter({row[0]: row[1] for row in await connection.execute(awards)})
    finally:
        await database.close()


def main() -> int:
    """Run the cycles in a temporary folder; 1 where something was lost or doubled."""
    options = argparse.ArgumentParser()
    options.add_argument("--cycles", type=int, default=40)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--database", default="", help="an empty database; SQLite in a temporary folder without it")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="gridbot-kills-") as folder:
        counts = asyncio.run(run(Path(folder), chosen.cycles, chosen.seed, chosen.database))
    print(f"{chosen.cycles} kills: {counts}")
    return 0 if counts["answered"] else 1


if __name__ == "__main__":
    sys.exit(main())
