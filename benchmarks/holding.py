"""What the bot holds once it has heard a city talk, in a process of its own (goal 16)."""

import asyncio
import json
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.chatter import AT, chatter
from benchmarks.comparing import Candidate, Goal, Table, compare
from benchmarks.listening import NOW, Listener
from benchmarks.startup import child
from bot.app import App, opened
from bot.clock import SetClock
from bot.config import Config, DataSettings
from domain.message import Message

_ROOMS, _PEOPLE, _COMMANDS = 20_000, 1_000_000, 20_000
_IDLE, _ROOMS_HEARD, _TALKED = "启动后", "听过 20,000 个群之后", "又听了 1,000,000 个人各一句、答了 20,000 人之后"
_GOALS = (Goal("16", _TALKED, _IDLE, 1.3, at_most=True),)
_ROOMS_GOAL = Goal("16", "20,000 个群多占的", "", 5, at_most=True)
_PART = 500


def _resident() -> float:
    """MiB of this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


async def _hear(app: App) -> dict[str, float]:
    texts, receive = chatter(), app.dispatcher.receive
    weights = {_IDLE: _resident()}

    def said(number: int, person: int, text: str) -> Message:
        room = f"{person % _ROOMS:020d}@chatroom"
        return Message("bench", f"m{number}", AT, f"wxid_{person:016x}", "", "group", room, text, addressed=False)

    for person in range(_ROOMS):
        receive(said(person, person, texts[person % len(texts)]))
    weights[_ROOMS_HEARD] = _resident()
    for person in range(_PEOPLE):
        receive(said(_ROOMS + person, person, texts[person % len(texts)]))
    for first in range(0, _COMMANDS, _PART):
        for number in range(first, first + _PART):
            receive(said(_ROOMS + _PEOPLE + number, number, "查积分"))
        await app.idle()
    weights[_TALKED] = _resident()
    return weights


async def _weighed(data: Path) -> dict[str, float]:
    channel = Listener()
    async with opened(Config(data=DataSettings(str(data))), SetClock(NOW, still=True), {channel.name: channel}) as app:
        return await _hear(app)


def main(data: str) -> None:
    """Weigh it and print what was found."""
    print("WEIGHTS", json.dumps(asyncio.run(_weighed(Path(data)))))


async def tables(rounds: int) -> list[Table]:
    """One child process a round tells all three weights."""
    if not Path("/proc/self/statm").exists():
        return []
    with tempfile.TemporaryDirectory(prefix="gridbot-bench-") as data:
        code = f"from benchmarks.holding import main; main({data!r})"
        latest: dict[str, float] = {}

        async def weigh() -> float:
            told = await child([sys.executable, "-c", code])
            latest.update(json.loads(told.split("WEIGHTS")[-1]))
            return latest[_IDLE]

        def other(name: str) -> Candidate:
            async def known() -> float:
                return latest[name]

            return known

        async def rooms() -> float:
            return latest[_ROOMS_HEARD] - latest[_IDLE]

        rows = {_IDLE: weigh, _ROOMS_HEARD: other(_ROOMS_HEARD), _TALKED: other(_TALKED), _ROOMS_GOAL.row: rooms}
        return [await compare("听一座城说话之后的内存", "MiB", rows, (*_GOALS, _ROOMS_GOAL), rounds)]
