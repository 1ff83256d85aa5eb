"""The one place that knows every room: opens them, introduces them to each other, closes them."""

import asyncio
import secrets
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.clock import Clock, SetClock
from bot.config import Config, rules_folder
from bot.database import database_of
from bot.dispatch import replying
from bot.dispatch.dispatcher import Dispatcher
from bot.dispatch.noticing import Noticing
from bot.dispatch.surroundings import Surroundings
from bot.drawing import Drawer
from bot.operating.enrolling import mark
from bot.pictures.recoding import recode
from bot.rules.force import InForce, rules_at_start
from bot.secrets import install_key
from bot.understanding.discovery import discover, discover_rulings
from bot.understanding.engine import Understanding
from bot.understanding.vocabulary import vocabulary_of
from domain.channel import Channel
from domain.outside import Entrance, Outside
from domain.period import civil
from domain.rules.rulebook import Rulebook
from domain.tips.pace import TipPace
from scheduler.composing import Draw
from scheduler.delivery import Delivery
from scheduler.discovery import discover_jobs
from scheduler.runner import LARGEST_JUMP, Runner
from storage.database import Database
from storage.lock import only_process
from storage.migrations import migrate
from storage.store import Store
from storage.vault.vault import Vault

_UNWRITABLE_MS = 60_000


@dataclass(frozen=True, slots=True)
class App:
    """The opened rooms."""

    config: Config
    clock: Clock
    in_force: InForce
    store: Store
    dispatcher: Dispatcher
    delivery: Delivery
    runner: Runner
    channels: Mapping[str, Channel]
    outside: Outside
    draw: Draw
    """Draws what has to be drawn before it is shown."""
    book: Noticing
    """The store as the desk posts to it, so that answers to what it asks are heard."""

    @property
    def rules(self) -> Rulebook:
        """The rules of this moment."""
        return self.in_force.rules

    @property
    def is_writable(self) -> bool:
        """False for a minute after the book could not be written; then whoever is served next finds out anew."""
        at = self.store.faulted_at
        return at is None or self.clock.now().timestamp() * 1000 - at > _UNWRITABLE_MS

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
        async with asyncio.TaskGroup() as group:
            group.create_task(self.delivery.run())
            group.create_task(self.runner.run())
            for channel in self.channels.values():
                group.create_task(channel.run(self.dispatcher.receive))


def data_directory(config: Config) -> Path:
    """The directory for the book, keys and pictures, made where it is missing."""
    data = Path(config.data.directory)
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    return data


def backup_directory(config: Config) -> Path:
    """Where copies of the book go."""
    return Path(config.data.backups) if config.data.backups else Path(config.data.directory) / "backups"


@asynccontextmanager
async def opened(
    config: Config, clock: Clock, channels: Mapping[str, Channel], *, hurried: bool = False
) -> AsyncIterator[App]:
    """The app with its rooms open; tests and production start it the same way.

    ``hurried`` is for a past that is played: limits count by its clock, and a power cut may cost the last commits.
    Raises BookInUse where another process works on the same SQLite file.
    """
    data_directory(config)
    database = database_of(config, hurried=hurried)
    with only_process(database):
        async with _opened_book(config, clock, database) as (store, vault):
            yield await _working(config, clock, channels, store, vault)


@asynccontextmanager
async def _opened_book(config: Config, clock: Clock, database: Database) -> AsyncIterator[tuple[Store, Vault]]:
    """The book of this installation, and the keys of what is sealed in it."""
    try:
        await migrate(database)
        keys = data_directory(config) / "keys"
        vault = Vault(keys)
        vault.prepare(civil(clock.now()))
        store = Store(database, config.community.id, install_key(keys, "notes"), vault)
        # Where the clock is set on purpose, years pass in a minute and leave no copies.
        store.reader.backups = None if isinstance(clock, SetClock) else backup_directory(config)
        try:
            yield store, vault
        finally:
            await store.close()
    finally:
        await database.close()


async def _working(config: Config, clock: Clock, channels: Mapping[str, Channel], store: Store, vault: Vault) -> App:
    """The rooms around the book, ready to listen."""
    keys = data_directory(config) / "keys"
    draw = Drawer(store, config.publishing.font, config.community.name).draw
    book = Noticing(store)
    in_force = await rules_at_start(book, rules_folder(config), int(clock.now().timestamp() * 1000))
    delivery = Delivery(store, channels, clock.now, lambda: in_force.rules.tips.policy.quiet_hours[1], draw)
    # A clock that is set on purpose jumps, and passes every moment on the way.
    jump = None if isinstance(clock, SetClock) else LARGEST_JUMP
    runner = Runner(book, discover_jobs(), clock.now, lambda: in_force.rules, largest_jump=jump)
    commands = discover()

    def understood(rules: Rulebook) -> Understanding:
        return Understanding(commands, vocabulary_of(rules), config.bot.name)

    around = Surroundings(
        book=book,
        understanding=understood(in_force.rules),
        menu={command.intent: command for command in (*commands, replying.command)},
        rules=lambda: in_force.rules,
        mouth=delivery,
        now=clock.now,
        seconds=_seconds(clock, hurried=store.hurried),
        key=install_key(keys, "inbox"),
        day_key=vault.day_key,
        outside=_outside(config, keys),
        recode=recode,
        rulings=discover_rulings(),
        places=book.places,
    )
    dispatcher = Dispatcher(around)
    in_force.changed.append(lambda rules: dispatcher.understand_by(understood(rules)))
    book.listeners.append(in_force.notice)
    # Before anybody is heard: what an earlier process left would else look like this one's.
    await dispatcher.prepare()
    await delivery.recover(alone=store.alone)
    return App(config, clock, in_force, store, dispatcher, delivery, runner, channels, around.outside, draw, book)


def _seconds(clock: Clock, *, hurried: bool) -> Callable[[], float]:
    """What limits are counted by: real time, and the time that a clock passes over when it is set ahead."""
    if hurried:
        return lambda: clock.now().timestamp()
    # Else the simulated staff of ten days would answer within one minute, and be taken for somebody who floods.
    return (lambda: time.monotonic() + clock.skipped) if isinstance(clock, SetClock) else time.monotonic


def page_without_account(config: Config) -> str:
    """The address that people open, empty where no such page is configured."""
    pages = (one.settings.address for one in config.channels.values() if one.type == "web_tip")
    return str(next(pages, ""))


def _outside(config: Config, keys: Path) -> Outside:
    """Keys and randomness of this installation; what counts reporters is forgotten with the process."""
    return Outside(
        partial(mark, install_key(keys, "phones")),
        secrets.randbelow,
        TipPace(secrets.token_bytes(32)),
        Entrance(config.community.name, config.bot.name, config.bot.link, page_without_account(config)),
    )
