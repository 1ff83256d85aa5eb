"""The bot as it runs, with a community in its book and a channel that only listens."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from benchmarks.chatter import message
from benchmarks.listening import NOW, Listener
from bot.app import App, opened
from bot.clock import SetClock
from bot.config import Config, DatabaseSettings, DataSettings
from bot.dispatch.dispatcher import Dispatcher
from domain.code import NewCode
from domain.decision import Unit
from domain.enrolment import BindRoom, EnrolGrid, EnrolSubject
from domain.ledger import Hand, NewEntry, RuleMark
from domain.members import AccountRef, Bind
from domain.message import Scene

SUBJECTS = 2_000
ENTRIES_EACH = 10
RULE = RuleMark("R07", "v1", '{"title":"志愿服务"}')


def unhurried(dispatcher: Dispatcher) -> Dispatcher:
    """The same dispatcher on a clock by which nobody ever writes too fast."""
    minutes = 0.0

    def seconds() -> float:
        nonlocal minutes
        minutes += 60.0
        return minutes

    return Dispatcher(replace(dispatcher._around, seconds=seconds))


def entry(subject: int, source: str) -> NewEntry:
    """One small award."""
    return NewEntry(NewCode("L"), subject, "credit", "issue", 1, source, RULE, Hand(), "2026-11-20")


async def settle(app: App, subjects: int = SUBJECTS, entries_each: int = ENTRIES_EACH) -> None:
    """Fill the book: subject i is bound to account p{i} and has its entries."""
    grids = [EnrolGrid(f"g{number}", f"第{number}网格") for number in range(20)]
    rooms = [BindRoom("bench", f"g{number}", "grid", f"g{number}") for number in range(20)]
    people = [EnrolSubject("resident", f"户{number}", f"g{number % 20}", f"{number}号") for number in range(subjects)]
    await app.store.post(Unit(None, (*grids, *rooms, *people), at=1))
    ties = [Bind(AccountRef("bench", f"p{number}"), number) for number in range(1, subjects + 1)]
    await app.store.post(Unit(None, tuple(ties), at=1))
    for turn in range(entries_each):
        entries = [entry(number, f"seed {turn}") for number in range(1, subjects + 1)]
        await app.store.post(Unit(None, tuple(entries), at=1))


async def _analyse(url: str) -> None:
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text("ANALYZE"))
    await engine.dispose()


@asynccontextmanager
async def community(url: str, folder: Path) -> AsyncIterator[tuple[App, Listener]]:
    """The bot on a fresh database with its people in it."""
    channel = Listener()
    config = Config(database=DatabaseSettings(url), data=DataSettings(str(folder)))
    async with opened(config, SetClock(NOW, still=True), {channel.name: channel}) as app:
        await settle(app)
        if not url.startswith("sqlite"):
            # What the server would do by itself a minute later.
            await _analyse(url)
        yield app, channel


class Talk:
    """People asking the bot in private, from the bytes of a message to the bytes of a reply."""

    def __init__(self, app: App, channel: Listener) -> None:
        self._dispatcher = unhurried(app.dispatcher)
        self._channel = channel
        self._next = 0

    async def ask(self, words: str = "查积分", scene: Scene = "private") -> bytes:
        """One question of the next resident."""
        self._next = self._next % SUBJECTS + 1
        raw = json.dumps({"from": f"p{self._next}", "text": words})
        body = json.loads(raw)
        answered = self._channel.answer_in(body["from"])
        self._dispatcher.receive(message(body["text"], body["from"], scene))
        reply = await answered
        return json.dumps({"to": reply.conversation, "text": reply.text}, ensure_ascii=False).encode()
