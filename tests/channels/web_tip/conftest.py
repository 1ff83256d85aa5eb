"""The page, listening, beside a small community in the simulator."""

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, FormData

from bot.app import opened
from bot.channels.simulator.channel import SimulatorChannel
from bot.channels.simulator.people import People
from bot.channels.simulator.pictures import Pictures
from bot.channels.simulator.timeline import Timeline
from bot.channels.tables import Configured
from bot.channels.web_tip.channel import WebTipChannel
from bot.channels.web_tip.settings import Settings
from bot.clock import SetClock
from bot.config import Config, DatabaseSettings, DataSettings
from bot.web.simulator.stage import Stage
from tests.conversations.conftest import START, Community

ADDRESS = "https://jubao.example.org/"
AGENT = "CANARY-Browser/7"


@dataclass
class Browser:
    """Somebody with a browser."""

    session: ClientSession
    port: int
    community: Community
    visit: str = ""
    status: int = 0

    async def send(self, act: str, photo: bytes = b"", **fields: str) -> str:
        form = FormData(default_to_multipart=True)
        for name, value in (("act", act), *fields.items()):
            if value:
                form.add_field(name, value)
        form.add_field("photo", photo, filename="p.jpg" if photo else "", content_type="image/jpeg")
        return await self.post(data=form)

    async def post(self, **more: Any) -> str:
        url = f"http://127.0.0.1:{self.port}/"
        async with self.session.post(url, headers={"User-Agent": AGENT}, **more) as answer:
            self.status = answer.status
            assert not answer.cookies
            page = await answer.text()
        found = re.search(r'name="visit" value="([^"]+)"', page)
        self.visit = found[1] if found else ""
        return page

    async def go_on(self, word: str, photo: bytes = b"") -> str:
        return await self.send(word, photo, visit=self.visit)

    def pass_time(self, **span: float) -> None:
        self.community.clock.set(self.community.clock.now() + timedelta(**span))


@contextlib.asynccontextmanager
async def browsing(folder: Path, database_url: str = "") -> AsyncIterator[Browser]:
    clock, numbers = SetClock(START, still=True), count(1)
    settings = Settings(ADDRESS, port=0)
    config = Config(
        database=DatabaseSettings(database_url),
        data=DataSettings(str(folder)),
        channels={"page": Configured("page", "web_tip", settings)},
    )
    channel = SimulatorChannel(People(folder), Timeline(folder), "网格小信", clock.now, Pictures(folder))
    page = WebTipChannel(settings, "page", clock.now, lambda: f"{next(numbers):032}", seconds=5.0)
    async with opened(config, clock, {channel.name: channel, page.name: page}) as app:
        running = asyncio.create_task(app.run())
        while page.status().state != "online":
            await asyncio.sleep(0.01)
        made = Community(Stage(app, channel, clock), app, channel, clock, {})
        for name, role in (("李桂芬", "resident"), ("段家荣", "grid_worker"), ("周敏", "property")):
            await made.enter(name, role, address="6栋1单元302" if role == "resident" else "")
        async with ClientSession() as session:
            yield Browser(session, page.port, made)
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running


@pytest.fixture
async def browser(tmp_path: Path, database_url: str) -> AsyncIterator[Browser]:
    """The page of 二网格."""
    async with browsing(tmp_path, database_url) as made:
        yield made


@pytest.fixture
async def alone(tmp_path: Path) -> AsyncIterator[Browser]:
    """The same on SQLite, for what the database has no part in."""
    async with browsing(tmp_path) as made:
        yield made
