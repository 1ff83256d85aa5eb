"""A small community that talks to the whole bot through the simulator's channel, or over WeChat's gateway."""

import base64
import contextlib
import io
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.app import App, opened
from bot.channels.simulator.channel import SimulatorChannel
from bot.channels.simulator.people import People
from bot.channels.simulator.pictures import Pictures
from bot.channels.simulator.timeline import Shown, Timeline, chat_id
from bot.clock import SHANGHAI, SetClock
from bot.config import Config, DatabaseSettings, DataSettings, RulesSettings
from bot.web.simulator.stage import Stage
from domain.proof import BookProof
from tests.channels.wechaty.gateway import Gateway, missing
from tests.channels.wecom import WeCom
from tests.conversations.aibot import on_aibot
from tests.conversations.wechat import on_wechat
from tests.rules.planting import plant

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

    async def send_photo(self, name: str, text: str = "") -> list[str]:
        """A photo in private, perhaps with words, and all that it caused."""
        raw = io.BytesIO()
        Image.new("RGB", (40, 30), "green").save(raw, "JPEG")
        picture = base64.b64encode(raw.getvalue()).decode()
        answer = await self.stage.say({"from": self.ids[name], "scene": "private", "image": picture, "text": text})
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


ALSO_ON_WECHAT = {"test_points", "test_rules", "test_deeds", "test_pledges", "test_consents"}
"""The modules whose conversations are also held through a real Wechaty gateway, on SQLite."""
ALSO_ON_AIBOT = {"test_points", "test_deeds"}
"""Those that are also held with WeCom's robot, where staff talk; on SQLite."""
_NEVER_HEARD = {"test_chatter_stays_chatter"}
"""What is said in a group without calling the robot does not reach it."""
_ON_WECHAT, _ON_AIBOT = "wechat", "aibot"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    module = metafunc.module.__name__.rpartition(".")[2]
    places: list[Any] = ["simulator"]
    if module in ALSO_ON_WECHAT:
        places.append(pytest.param(_ON_WECHAT, marks=pytest.mark.gateway))
    if module in ALSO_ON_AIBOT:
        places.append(_ON_AIBOT)
    if "community" in metafunc.fixturenames and len(places) > 1:
        metafunc.parametrize("community", places, indirect=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One database is enough on a platform, and none on WeChat where there is no gateway."""
    items[:] = [item for item in items if not _is_not_for_there(item)]
    reason = missing()
    for item in items if reason else ():
        if item.get_closest_marker("gateway"):
            item.add_marker(pytest.mark.skip(reason=reason))


def _is_not_for_there(item: pytest.Item) -> bool:
    chosen = getattr(item, "callspec", None)
    params = chosen.params if chosen else {}
    place = params.get("community")
    if place == _ON_AIBOT and getattr(item, "originalname", "") in _NEVER_HEARD:
        return True
    return place in {_ON_WECHAT, _ON_AIBOT} and params.get("database_url") != "sqlite"


@pytest.fixture(scope="session")
def wechat_gateway() -> Iterator[Gateway]:
    """One gateway for all conversations."""
    with Gateway("--bot-name", "网格小信") as started:
        yield started


@pytest.fixture(scope="session")
def stand_in() -> Iterator[WeCom]:
    """One stand-in for WeCom for all conversations."""
    with WeCom() as started:
        yield started


@contextlib.asynccontextmanager
async def _on_the_simulator(
    folder: Path, config: Config, clock: SetClock
) -> AsyncIterator[tuple[App, SimulatorChannel]]:
    channel = SimulatorChannel(People(folder), Timeline(folder), "网格小信", clock.now, Pictures(folder))
    async with opened(config, clock, {channel.name: channel}) as app:
        channel.listen(app.dispatcher.receive)
        yield app, channel


@pytest.fixture
async def community(request: pytest.FixtureRequest, tmp_path: Path, database_url: str) -> AsyncIterator[Community]:
    """二网格 with 李桂芬, 张三, and 段家荣, its grid worker; a module's ``RULES_CHANGED`` plants other rules."""
    clock = SetClock(START, still=True)
    changed, rules = getattr(request.module, "RULES_CHANGED", {}), tmp_path / "rules"
    for file, changes in changed.items():
        rules.mkdir(exist_ok=True)
        plant(rules, file, *changes)
    config = Config(
        database=DatabaseSettings(database_url),
        data=DataSettings(str(tmp_path)),
        rules=RulesSettings(str(rules) if changed else ""),
    )
    if getattr(request, "param", "") == _ON_WECHAT:
        opening = on_wechat(request.getfixturevalue("wechat_gateway"), tmp_path, config, clock)
    elif getattr(request, "param", "") == _ON_AIBOT:
        opening = on_aibot(request.getfixturevalue("stand_in"), tmp_path, config, clock)
    else:
        opening = _on_the_simulator(tmp_path, config, clock)
    async with opening as (app, channel):
        made = Community(Stage(app, channel, clock), app, channel, clock, {})
        await made.enter("李桂芬", address="6栋1单元302")
        await made.enter("张三", address="3栋2单元501")
        await made.enter("段家荣", "grid_worker")
        yield made
