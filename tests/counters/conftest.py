"""The whole bot with a channel that only listens."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import App, opened
from bot.clock import SetClock
from bot.config import Config, DataSettings
from tests.counters.plain import NOW, Listener


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[App]:
    channel = Listener()
    config = Config(data=DataSettings(str(tmp_path)))
    async with opened(config, SetClock(NOW, still=True), {channel.name: channel}) as made:
        yield made
