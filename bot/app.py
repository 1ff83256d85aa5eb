"""The one place that knows every room: opens them, introduces them to each other, closes them."""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.clock import Clock, SetClock
from bot.config import Config
from bot.dispatch.dispatcher import Dispatcher
from bot.dispatch.surroundings import Surroundings
from bot.rules.loader import load_rules
from bot.secrets import install_key
from bot.understanding.discovery import discover
from bot.understanding.engine import Understanding
from bot.understanding.vocabulary import default_vocabulary
from domain.channel import Channel
from domain.rules.rulebook import Rulebook
from scheduler.delivery import Delivery
from scheduler.discovery import discover_jobs
from scheduler.runner import LARGEST_JUMP, Runner
from storage.database import open_database, sqlite_url
from storage.migrations import migrate
from storage.store import Store


@dataclass(frozen=True, slots=True)
class App:
    """The opened rooms."""

    config: Config
    clock: Clock
    rules: Rulebook
    store: Store
    dispatcher: Dispatcher
    delivery: Delivery
    runner: Runner
    channels: Mapping[str, Channel]

    async def idle(self) -> None:
        """Return once all that was received is dealt with and all that is due is sent."""
        await self.dispatcher.idle()
        await self.delivery.drain()

    async def pass_moment(self) -> None:
        """Do what the calendar asks for at this moment, then be idle."""
        await self.runner.tick()
        await self.idle()

    async def run(self) -> None:
        """Listen and deliver until cancelled."""
        await self.dispatcher.prepare()
        await self.delivery.recover()
        async with asyncio.TaskGroup() as group:
            group.create_task(self.delivery.run())
            group.create_task(self.runner.run())
            for channel in self.channels.values():
                group.create_task(channel.run(self.dispatcher.receive))


def data_directory(config: Config) -> Path:
    """The directory for the book, keys and pictures, made where it is missing."""
    data = Path(config.data.directory)
    data.mkdir(parents=True, exist_ok=True)
    return data


@asynccontextmanager
async def opened(config: Config, clock: Clock, channels: Mapping[str, Channel]) -> AsyncIterator[App]:
    """The app with its rooms open; tests and production start it the same way."""
    data = data_directory(config)
    rules = load_rules(Path(config.rules.directory) if config.rules.directory else None)
    database = open_database(config.database.url or sqlite_url(data / "gridbot.db"))
    await migrate(database)
    keys = data / "keys"
    store = Store(database, config.community.id, install_key(keys, "notes"))
    delivery = Delivery(store, channels, clock.now)
    # A clock that is set on purpose jumps, and passes every moment on the way.
    jump = None if isinstance(clock, SetClock) else LARGEST_JUMP
    runner = Runner(store, discover_jobs(), clock.now, lambda: rules, largest_jump=jump)
    commands = discover()
    around = Surroundings(
        book=store,
        understanding=Understanding(commands, default_vocabulary(), config.bot.name),
        menu={command.intent: command for command in commands},
        rules=lambda: rules,
        mouth=delivery,
        now=clock.now,
        seconds=time.monotonic,
        key=install_key(keys, "inbox"),
    )
    try:
        yield App(config, clock, rules, store, Dispatcher(around), delivery, runner, channels)
    finally:
        await store.close()
        await database.close()
