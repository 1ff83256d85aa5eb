"""Starts the bot on a book in a folder, asks it one question and stops once it has answered."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from benchmarks.chatter import message
from benchmarks.listening import NOW, Listener
from bot.app import opened
from bot.clock import SetClock
from bot.config import Config, DataSettings
from bot.lasting import lasting


async def _first_answer(data: Path) -> None:
    channel = Listener()
    config = Config(data=DataSettings(str(data)))
    async with AsyncExitStack() as stack:
        with lasting():
            app = await stack.enter_async_context(opened(config, SetClock(NOW, still=True), {channel.name: channel}))
        answered = channel.answer_in("p1")
        app.dispatcher.receive(message("帮助", "p1", "private"))
        await answered


def main(data: str) -> None:
    """Run it; the first run in a folder also makes its book."""
    asyncio.run(_first_answer(Path(data)))
