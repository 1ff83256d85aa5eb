"""The desk of a small community behind its real port, on each kind of database, and an administrator who opens it."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
from aiohttp import ClientSession, CookieJar, web

from bot.app import App, opened
from bot.channels.simulator.channel import SimulatorChannel
from bot.channels.simulator.people import People
from bot.channels.simulator.timeline import Timeline
from bot.clock import SHANGHAI, SetClock
from bot.config import Config, DatabaseSettings, DataSettings
from bot.web.desk.keys import Keys
from bot.web.desk.site import add_desk
from bot.web.headers import protect
from domain.decision import Unit
from domain.enrolment import BindRoom, EnrolGrid, EnrolStaff, EnrolSubject
from domain.members import AccountRef, Bind

START = datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI)
HERE = "simulator"


@dataclass(slots=True)
class Seconds:
    """A clock that moves when it is told to."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass(slots=True)
class Administrator:
    """Opens pages and sends their forms as a browser would."""

    app: App
    clock: SetClock
    keys: Keys
    seconds: Seconds
    session: ClientSession
    port: int
    statuses: list[int] = field(default_factory=list)

    async def get(self, path: str, **headers: str) -> str:
        async with self.session.get(path, headers=headers) as answer:
            self.statuses.append(answer.status)
            return await answer.text()

    async def enter(self) -> str:
        return await self.get(f"/desk?key={self.keys.key}")

    async def post(self, path: str, fields: dict[str, str]) -> str:
        async with self.session.post(path, data=fields) as answer:
            self.statuses.append(answer.status)
            return await answer.text()

    async def do(self, page: str, act: str, **fields: object) -> str:
        """Send a form of a page, and read the page that follows."""
        csrf = re.search(r'name="csrf" value="([^"]+)"', await self.get(f"/desk/{page}"))
        assert csrf
        more = {name: str(value) for name, value in fields.items()}
        return await self.post(f"/desk/{page}", {"csrf": csrf[1], "act": act, **more})

    @property
    def status(self) -> int:
        return self.statuses[-1]

    @property
    def ms(self) -> int:
        return int(self.clock.now().timestamp() * 1000)

    async def put(self, *effects: object) -> None:
        await self.app.store.post(Unit(None, effects, at=self.ms))


async def _settled(app: App) -> None:
    effects = (
        EnrolGrid("2", "二网格"),
        EnrolSubject("resident", "李桂芬", "2", "6栋1单元302"),
        EnrolSubject("resident", "<b>张三</b>", "2", "3栋2单元501"),
        EnrolStaff("李桂芬", "grid_worker", "2"),
        BindRoom(HERE, "room-2", "grid", "2"),
    )
    at = int(START.timestamp() * 1000)
    await app.store.post(Unit(None, effects, at=at))
    ties = (Bind(AccountRef(HERE, "li"), 1), Bind(AccountRef(HERE, "zhang"), 2))
    await app.store.post(Unit(None, ties, at=at))


@pytest.fixture
async def admin(database_url: str, tmp_path: Path) -> AsyncIterator[Administrator]:
    """Somebody at the door of the desk, the link in hand."""
    clock, seconds, tokens = SetClock(START, still=True), Seconds(), count(1)
    config = Config(data=DataSettings(str(tmp_path / "data")), database=DatabaseSettings(database_url))
    folder = tmp_path / "simulator"
    channel = SimulatorChannel(People(folder), Timeline(folder), config.bot.name, clock.now)
    keys = Keys(seconds, lambda: f"token-{next(tokens)}")
    async with opened(config, clock, {channel.name: channel}) as app:
        await _settled(app)
        site = web.Application()
        site.on_response_prepare.append(protect)
        add_desk(site, app, keys)
        runner = web.AppRunner(site, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        port = runner.addresses[0][1]
        # Cookies of a bare address are kept only by a jar that trusts it.
        async with ClientSession(f"http://127.0.0.1:{port}", cookie_jar=CookieJar(unsafe=True)) as session:
            yield Administrator(app, clock, keys, seconds, session, port)
        await runner.cleanup()
