"""Group messages through the real entry point, beside the peers and the floors (goals 1 and 2)."""

import asyncio
import logging
import re
import tempfile
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from itertools import count
from types import MappingProxyType
from typing import Any

from benchmarks import rates
from benchmarks.chatter import AT, chatter
from benchmarks.community import unhurried
from benchmarks.comparing import Candidate, Goal, Table, compare
from benchmarks.listening import Listener
from benchmarks.peers import COMMANDS, Hits, Peer, aiogram_peer, nonebot_peer, telegram_peer
from bot.app import opened
from bot.clock import SetClock
from bot.config import Config, DataSettings
from bot.dispatch.dispatcher import Dispatcher
from domain.command import Command
from domain.decision import Decision
from domain.members import AccountRef, Grid, Room, RoomOf, Sender, SenderOf, Subject
from domain.message import Message
from domain.query import Book
from domain.request import Request

_BOT, _FLOOR, _TASK = "gridbot", "首字集合加一个正则（下限）", "每条一个 create_task（下限）"
_AIOGRAM, _TELEGRAM, _NONEBOT = (
    "aiogram Command ×40",
    "python-telegram-bot CommandHandler ×40",
    "NoneBot2 on_command ×40",
)
_CHATTER_GOALS = (
    Goal("1", _BOT, _AIOGRAM, 350),
    Goal("1", _BOT, _TELEGRAM, 7),
    Goal("1", _BOT, _NONEBOT, 20_000),
    Goal("1", _BOT, _FLOOR, 0.25),
)
_COMMAND_GOALS = (Goal("2", _BOT, _AIOGRAM, 12), Goal("2", _BOT, _TELEGRAM, 1.2), Goal("2", _BOT, _TASK, 0.5))


_RESIDENT = Sender(AccountRef("bench", "p1"), (Subject(1, "resident", "户1", "g1", "1号"),), 1)
_ROOM = Room("grid", Grid("g1", "第1网格"))


class _Register:
    """A book in memory that knows one resident: storage has tables of its own."""

    async def answer(self, query: Any) -> Any:
        """Who it is, where it is, and that nothing was asked before."""
        if isinstance(query, SenderOf):
            return _RESIDENT
        return _ROOM if isinstance(query, RoomOf) else None


def _hitting(command: Command, hits: Hits) -> Command:
    async def handle(_request: Request, _book: Book) -> Decision:
        await hits()
        return Decision()

    return replace(command, handle=handle)


async def _bot(hits: Hits) -> Dispatcher:
    """The real dispatcher with all real commands, whose handlers only count."""
    with tempfile.TemporaryDirectory(prefix="gridbot-bench-") as folder:
        config = Config(data=DataSettings(folder))
        async with opened(config, SetClock(AT, still=True), {"bench": Listener()}) as app:
            around = unhurried(app.dispatcher)._around
            menu = {intent: _hitting(command, hits) for intent, command in around.menu.items()}
            book: Any = _Register()
            return Dispatcher(replace(around, menu=MappingProxyType(menu), book=book))


def _bot_peer(dispatcher: Dispatcher, said: Sequence[str]) -> Peer:
    """What is said is at hand in parts, as a channel has it; the message is made of them each time."""
    receive = dispatcher.receive

    async def take(event: tuple[str, str]) -> None:
        receive(Message("bench", event[0], AT, "p1", "p1", "group", "g1", event[1], False))  # noqa: FBT003

    return Peer(take, [(f"m{number}", text) for number, text in enumerate(said)], ())


def _bot_at_work(dispatcher: Dispatcher) -> Peer:
    """Commands in forty groups at a time."""
    numbers = count()

    async def take(text: str) -> None:
        number = next(numbers)
        at = f"c{number}", AT, "p1", "p1", "group", f"g{number % 40}"
        dispatcher.receive(Message("bench", *at, text, False))  # type: ignore[arg-type]  # noqa: FBT003
        if number % 40 == 39:
            await dispatcher.idle()

    return Peer(take, (), ["查积分", "积分", "我的积分", "红榜"] * 40)


def _floors(hits: Hits) -> Mapping[str, Callable[[str], Awaitable[object]]]:
    match = re.compile("(?:" + "|".join(sorted(COMMANDS, key=len, reverse=True)) + r")(?=\s|$)").match
    firsts = frozenset(name[0] for name in COMMANDS)

    async def prefilter(text: str) -> None:
        if text[0] in firsts and match(text):
            await hits()

    async def task(text: str) -> None:
        await asyncio.create_task(prefilter(text))

    return {_FLOOR: prefilter, _TASK: task}


async def _check(quiet: Peer, busy: Peer, hits: Hits) -> None:
    """A candidate that misses a command or takes chatter for one is not measured at all."""
    before = hits.count
    for event in quiet.chatter[:40]:
        await quiet.take(event)
    missed = hits.count
    for event in busy.commands[:40]:
        await busy.take(event)
    if (missed - before, hits.count - missed) != (0, 40):
        raise AssertionError(f"{missed - before} of 40 chatter hit, {hits.count - missed} of 40 commands")


def _candidate(peer: Peer, events: Sequence[Any], *, slow: bool) -> Candidate:
    return lambda: rates.of_awaits(peer.take, events, chunk=8 if slow else 0)


async def tables(rounds: int) -> list[Table]:
    """Chatter and commands."""
    logging.disable(logging.CRITICAL)
    said, hits = chatter(), Hits()
    bot = await _bot(hits)
    spoken = [f"{name} 3栋2单元" for name in COMMANDS] * 4
    quiet = {_BOT: _bot_peer(bot, said)}
    quiet |= {name: Peer(take, said, spoken) for name, take in _floors(hits).items()}
    quiet |= {_AIOGRAM: aiogram_peer(said, hits), _TELEGRAM: telegram_peer(said, hits)}
    quiet[_NONEBOT] = nonebot_peer(said, hits)
    busy = quiet | {_BOT: _bot_at_work(bot)}
    for name, peer in quiet.items():
        await _check(peer, busy[name], hits)
    slow = {_AIOGRAM, _NONEBOT}
    listening = {name: _candidate(peer, peer.chatter, slow=name in slow) for name, peer in quiet.items()}
    working = {name: _candidate(peer, peer.commands, slow=name in slow) for name, peer in busy.items()}
    return [
        await compare("群里的闲聊", "条/秒", listening, _CHATTER_GOALS, rounds),
        await compare("群里的命令，处理函数是空的", "条/秒", working, _COMMAND_GOALS, rounds),
    ]
