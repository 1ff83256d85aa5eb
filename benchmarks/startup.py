"""Start to first answer, beside what the bare imports cost; interleaved child processes (goal 14)."""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from benchmarks.comparing import Candidate, Goal, Table, compare

_BOT, _LAZY, _EAGER = "gridbot：启动到第一次回答", "只导入异步 SQLAlchemy 引擎", "导入机器人可能用到的一切"
_BARE, _HELP, _VERSION = "空的 Python", "gridbot --help", "gridbot --version"
_LAZY_CODE = "from sqlalchemy.ext.asyncio import create_async_engine as c; c('sqlite+aiosqlite://')"
_EAGER_CODE = (
    "import asyncio, aiohttp.web, sqlalchemy.orm, asyncpg, alembic.command, openpyxl, grpclib.client, pypinyin, jinja2,"
    " opencc, cattrs, fpdf, segno; from apscheduler.schedulers.asyncio import AsyncIOScheduler; from PIL import Image,"
    " ImageDraw, ImageFont; from wechaty_grpc.wechaty import PuppetStub; from rapidfuzz import process; " + _LAZY_CODE
)
_MEMORY = (
    "\nimport os; print('MEMORY', int(open('/proc/self/statm').read().split()[1]) * os.sysconf('SC_PAGE_SIZE') / 2**20)"
)
_GOALS = (Goal("14", _BOT, _LAZY, 1.5, at_most=True), Goal("14", _BOT, _EAGER, 0.35, at_most=True))
_QUICK_GOALS = (Goal("14", _HELP, _BARE, 6, at_most=True), Goal("14", _VERSION, _BARE, 6, at_most=True))


_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""A child that must not keep compiled modules would compile the bot anew each time, and its peers' never."""


def _codes(data: str) -> Mapping[str, list[str]]:
    # The way ``gridbot run`` imports what it needs.
    brought = "from bot.lasting import lasting\nwith lasting(): from benchmarks.first_answer import main\n"
    answer = f"{brought}main({data!r})"
    codes = {_BOT: answer, _LAZY: _LAZY_CODE, _EAGER: _EAGER_CODE}
    return {name: [sys.executable, "-c", code + _MEMORY] for name, code in codes.items()}


async def child(command: list[str]) -> str:
    """What a process prints."""
    run = partial(subprocess.run, check=True, capture_output=True, text=True, env=_ENVIRONMENT)
    ran: subprocess.CompletedProcess[str] = await asyncio.to_thread(run, command)
    return ran.stdout


def _timed(command: list[str]) -> Candidate:
    async def measured() -> float:
        start = time.perf_counter()
        await child(command)
        return (time.perf_counter() - start) * 1000

    return measured


def _weighed(command: list[str]) -> Candidate:
    async def measured() -> float:
        return float((await child(command)).split("MEMORY")[-1])

    return measured


async def tables(rounds: int) -> list[Table]:
    """Wall time, memory, and the two questions that start nothing."""
    with tempfile.TemporaryDirectory(prefix="gridbot-bench-") as data:
        commands = _codes(data)
        quick = {
            _BARE: [sys.executable, "-c", ""],
            _HELP: [sys.executable, "-m", "bot.cli", "--help"],
            _VERSION: [sys.executable, "-m", "bot.cli", "--version"],
        }
        found = [
            await compare("冷启动", "毫秒", {n: _timed(c) for n, c in commands.items()}, _GOALS, rounds),
            await compare("只问一句", "毫秒", {n: _timed(c) for n, c in quick.items()}, _QUICK_GOALS, rounds),
        ]
        if Path(f"/proc/{os.getpid()}/statm").exists():
            weights = {name: _weighed(command) for name, command in commands.items()}
            memory = await compare("回答之后的内存", "MiB", weights, (), rounds)
            limit = max(memory.samples[_LAZY]) + 15
            goal = Goal("14", _BOT, "", limit, at_most=True)
            found.append(Table(memory.title, memory.unit, memory.samples, (goal,)))
        return found
