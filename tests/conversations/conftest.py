"""A small community that talks to the whole bot through the simulator's channel."""

import base64
import io
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from bot.app import App, opened
from bot.channels.simulator.channel import SimulatorChannel
from bot.channels.simulator.people import People
from bot.channels.simulator.pictures import Pictures
from bot.channels.simulator.timeline import Shown, Timeline, chat_id
from bot.clock import SHANGHAI, SetClock
from bot.config import Config, DatabaseSettings, DataSettings
from bot.web.simulator.stage import Stage
from domain.proof import BookProof

START = datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI)
BOT = "@网格小信"


@dataclass(slots=True)
class Community:
    """Says things as somebody and gives back what the bot said, as ``chat: text`` lines."""

    stage: Stage
    app: App
    channel: SimulatorChannel
    clock: SetClock
    ids: dict[str, str]

    async def enter(self, name: str, role: str = "resident", grid: str = "二网格", **more: object) -> str:
        """Somebody moves in; more people of one name are told apart by ``known_as``."""
        known_as = str(more.pop("known_as", name))
        self.ids[known_as] = await self.stage.enter({"name": name, "role": role, "grid": grid, **more})
        return self.ids[known_as]

    async def send_photo(self, name: str) -> list[str]:
        """A photo in private, without words, and all that it caused."""
        raw = io.BytesIO()
        Image.new("RGB", (40, 30), "green").save(raw, "JPEG")
        picture = base64.b64encode(raw.getvalue()).decode()
        answer = await self.stage.say({"from": self.ids[name], "scene": "private", "image": picture})
        return [f"{self._where(shown)}: {shown['text']}" for shown in answer["sent"]]

    async def say(self, name: str, text: str, *, group: bool = False, quote: str | None = None) -> list[str]:
        """One message, and all that it caused."""
        return [
            f"{self._where(shown)}: {shown['text']}" for shown in await self.sent(name, text, group=group, quote=quote)
        ]

    async def sent(self, name: str, text: str, *, group: bool = False, quote: str | None = None) -> list[Shown]:
        """The same as messages."""
        body = {"from": self.ids[name], "scene": "group" if group else "private", "text": text, "quote": quote}
        answer = await self.stage.say({key: value for key, value in body.items() if value})
        sent: list[Shown] = answer["sent"]
        return sent

    def as_lines(self, sent: list[Shown]) -> list[str]:
        """Messages as ``chat: text`` lines."""
        return [f"{self._where(shown)}: {shown['text']}" for shown in sent]

    async def proof(self) -> tuple[str, ...]:
        """What is broken in the book; empty where chain and balances hold."""
        return (await self.app.store.answer(BookProof())).broken

    def pass_time(self, **span: float) -> None:
        """The clock goes on."""
        self.clock.set(self.clock.now() + timedelta(**span))

    def _where(self, shown: Shown) -> str:
        chat = chat_id(shown)
        names = {f"person:{number}": name for name, number in self.ids.items()}
        return names.get(chat, "群" if chat.startswith("group:") else chat)


@pytest.fixture
async def community(tmp_path: Path, database_url: str) -> AsyncIterator[Community]:
    """二网格 with 李桂芬, 张三, and 段家荣, its grid worker."""
    clock = SetClock(START, still=True)
    channel = SimulatorChannel(People(tmp_path), Timeline(tmp_path), "网格小信", clock.now, Pictures(tmp_path))
    config = Config(database=DatabaseSettings(database_url), data=DataSettings(str(tmp_path)))
    async with opened(config, clock, {channel.name: channel}) as app:
        channel.listen(app.dispatcher.receive)
        await app.dispatcher.prepare()
        made = Community(Stage(app, channel, clock), app, channel, clock, {})
        await made.enter("李桂芬", address="6栋1单元302")
        await made.enter("张三", address="3栋2单元501")
        await made.enter("段家荣", "grid_worker")
        yield made
