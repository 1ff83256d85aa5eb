"""``gridbot run``: the bot with the channels of its settings, or with the simulator where there is none."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from aiohttp import web

from bot.app import App, data_directory, opened
from bot.channels.simulator.channel import SimulatorChannel
from bot.channels.simulator.hands import Hands
from bot.channels.simulator.people import People
from bot.channels.simulator.pictures import Pictures
from bot.channels.simulator.timeline import Timeline
from bot.clock import Clock, MachineClock, SetClock
from bot.config import Config
from bot.demonstration.keys import equip
from bot.demonstration.settling import settle
from bot.secrets import install_key
from bot.web.desk.keys import Keys, fresh_keys
from bot.web.desk.site import add_desk
from bot.web.headers import protect
from bot.web.pages import add_page
from bot.web.simulator.api import routes
from bot.web.simulator.stage import Stage
from domain.period import civil

LOOPBACK = "127.0.0.1"
_PAGE = Path(__file__).parent / "web" / "simulator" / "page"
_FAREWELL = 2.0
"""Seconds that open connections get when the bot is stopped."""


@dataclass(frozen=True, slots=True)
class Simulator:
    """The app behind its page; ``port`` is the one really listened on."""

    app: App
    port: int
    keys: Keys

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{LOOPBACK}:{self.port}/"

    @property
    def desk(self) -> str:
        """The link that opens the staff desk."""
        return f"{self.address}desk?key={self.keys.key}"


def _weekday_at_ten(now: datetime) -> datetime:
    start = now.replace(hour=10, minute=0, second=0, microsecond=0)
    while start.weekday() > 4:
        start += timedelta(days=1)
    return start


def _site(stage: Stage, app: App, keys: Keys) -> web.Application:
    site = routes(stage)
    site.on_response_prepare.append(protect)
    add_desk(site, app, keys)
    add_page(site, _PAGE)
    return site


@contextlib.asynccontextmanager
async def simulator(
    config: Config, machine: Clock, *, still: bool = False, demonstration: bool = False
) -> AsyncIterator[Simulator]:
    """The simulator, listening; whoever opens it lets ``app.run()`` run beside it.

    With ``demonstration``, an empty one is first filled with the demonstration community.
    """
    folder = Path(config.data.directory) / "simulator"
    hands = Hands(folder)
    clock = SetClock(hands.read() or _weekday_at_ten(machine.now()), still=still)
    channel = SimulatorChannel(People(folder), Timeline(folder), config.bot.name, clock.now, Pictures(folder))
    async with opened(config, clock, {channel.name: channel}) as app:
        channel.listen(app.dispatcher.receive)
        if demonstration:
            phones = install_key(data_directory(config) / "keys", "phones")
            await settle(app.store, channel.people, channel.name, phones, int(clock.now().timestamp() * 1000))
        await equip(app.store, data_directory(config) / "keys", civil(clock.now()))
        keys = fresh_keys()
        # Packed bodies are not unpacked: a small one may be a very large one.
        runner = web.AppRunner(
            _site(Stage(app, channel, clock), app, keys),
            access_log=None,
            handle_signals=True,
            auto_decompress=False,
            shutdown_timeout=_FAREWELL,
        )
        await runner.setup()
        try:
            await web.TCPSite(runner, LOOPBACK, config.web.port).start()
            yield Simulator(app, runner.addresses[0][1], keys)
        finally:
            hands.keep(clock.now())
            await runner.cleanup()


async def run_simulator(config: Config, *, still: bool, empty: bool) -> None:
    """Serve the simulator until cancelled."""
    async with simulator(config, MachineClock(), still=still, demonstration=not empty) as opened_simulator:
        print(f"gridbot: {opened_simulator.address}", flush=True)  # noqa: T201 - the launcher reads it
        print(f"gridbot desk: {opened_simulator.desk}", flush=True)  # noqa: T201 - only whoever started it may see it
        await opened_simulator.app.run()


def run(config: Config, *, still: bool = False, empty: bool = False) -> int:
    """Run until interrupted; the exit code."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for library in ("aiohttp", "alembic", "sqlalchemy", "apscheduler", "grpclib"):
        logging.getLogger(library).setLevel(logging.WARNING)
    with contextlib.suppress(KeyboardInterrupt, web.GracefulExit):
        asyncio.run(run_simulator(config, still=still, empty=empty))
    return 0
