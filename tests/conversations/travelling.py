"""A simulator whose words travel over another platform, both ways, so that a conversation is held at several doors."""

import asyncio
from abc import abstractmethod
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, fields, replace
from pathlib import Path

from bot.app import App, opened
from bot.channels.simulator.channel import SimulatorChannel
from bot.channels.simulator.people import People
from bot.channels.simulator.pictures import Pictures
from bot.channels.simulator.timeline import Timeline
from bot.clock import SetClock
from bot.config import Config
from domain.channel import Channel, ChannelStatus, Outgoing
from domain.message import Message

BOT_NAME = "网格小信"
PATIENCE = 15.0


class Travelling(SimulatorChannel):
    """Writes the simulator's timeline; what is said goes to the platform first, and so does what is answered."""

    def __init__(self, folder: Path, clock: SetClock, real: Channel) -> None:
        super().__init__(People(folder), Timeline(folder), BOT_NAME, clock.now, Pictures(folder))
        self.real = real
        self.expected: set[str] = set()
        self.as_written: dict[str, str] = {}
        self._heard = asyncio.Event()
        self._turn = asyncio.Lock()

    def status(self) -> ChannelStatus:
        return self.real.status()

    async def run(self, receive: Callable[[Message], None]) -> None:
        def hear(message: Message) -> None:
            here = self.here(message)
            if here:
                receive(here)
            self.expected.discard(message.id)
            self._heard.set()

        await self.real.run(hear)

    @abstractmethod
    def here(self, message: Message) -> Message | None:
        """What arrived, as it was said here; None for what only made people known."""

    @abstractmethod
    async def travel(self, outgoing: Outgoing) -> tuple[str, str, str]:
        """Send for real: the platform's id, the words as people see them, and those behind called names."""

    async def arrived(self) -> None:
        """Return once all that was said has reached the bot."""
        async with asyncio.timeout(PATIENCE):
            while self.expected:
                self._heard.clear()
                await self._heard.wait()

    async def send(self, outgoing: Outgoing) -> str:
        # One after the other, so that what stands in the timeline has an order.
        async with self._turn:
            number, seen, words = await self.travel(outgoing)
            shown_as = await SimulatorChannel.send(self, replace(outgoing, text=words))
            self.as_written[shown_as] = seen
            return number


@dataclass(frozen=True, slots=True)
class PatientApp(App):
    """Idle only once what was said has come through the platform."""

    async def idle(self) -> None:
        for channel in self.channels.values():
            assert isinstance(channel, Travelling)
            await channel.arrived()
        await App.idle(self)


@asynccontextmanager
async def travelling(
    channel: Travelling, config: Config, clock: SetClock
) -> AsyncIterator[tuple[App, SimulatorChannel]]:
    """The app with its channel up."""
    async with opened(config, clock, {channel.name: channel}) as app:
        listening = asyncio.create_task(channel.run(app.dispatcher.receive))
        try:
            async with asyncio.timeout(PATIENCE):
                while channel.status().state != "online":
                    await asyncio.sleep(0.01)
            yield PatientApp(**{one.name: getattr(app, one.name) for one in fields(app)}), channel
        finally:
            listening.cancel()
            with suppress(asyncio.CancelledError):
                await listening
