"""``gridbot run``: the bot with the channels of its settings, or with the simulator where there is none."""

import asyncio
import contextlib
import logging
import os
from collections.abc import AsyncIterator
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
from bot.connecting import connected
from bot.demonstration.history import make_history
from bot.demonstration.keys import equip
from bot.demonstration.script import opening
from bot.demonstration.settling import settle
from bot.lasting import lasting
from bot.secrets import install_key, leave_no_dump
from bot.web.desk.keys import Keys, fresh_keys
from bot.web.desk.site import add_desk
from bot.web.headers import protect
from bot.web.listening import Serving, listening
from bot.web.pages import add_page
from bot.web.simulator.api import routes
from bot.web.simulator.stage import Stage
from domain.period import civil

_PAGE = Path(__file__).parent / "web" / "simulator" / "page"


def _site(stage: Stage, app: App, keys: Keys) -> web.Application:
    site = routes(stage)
    site.on_response_prepare.append(protect)
    add_desk(site, app, keys)
    add_page(site, _PAGE)
    return site


@contextlib.asynccontextmanager
async def simulator(
    config: Config, machine: Clock, *, still: bool = False, demonstration: bool = False
) -> AsyncIterator[Serving]:
    """The simulator, listening; whoever opens it lets ``app.run()`` run beside it.

    With ``demonstration``, an empty one is first filled with the demonstration community, without its history.
    """
    folder = Path(config.data.directory) / "simulator"
    hands = Hands(folder)
    clock = SetClock(hands.read() or opening(machine.now()), still=still)
    timeline = Timeline(folder, hands.settled())
    channel = SimulatorChannel(People(folder), timeline, config.bot.name, clock.now, Pictures(folder))
    async with opened(config, clock, {channel.name: channel}) as app:
        channel.listen(app.dispatcher.receive)
        if demonstration:
            phones = install_key(data_directory(config) / "keys", "phones")
            await settle(app.store, channel.people, channel.name, phones, int(clock.now().timestamp() * 1000))
        await equip(app.store, data_directory(config) / "keys", civil(clock.now()))
        keys = fresh_keys()
        async with listening(_site(Stage(app, channel, clock), app, keys), config.web.port) as port:
            try:
                yield Serving(app, port, keys)
            finally:
                settled = hands.settled()
                hands.keep(clock.now(), len(timeline) if settled is None else settled)


def _tell(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - whoever started it waits


async def _serve(config: Config, *, still: bool, empty: bool) -> None:
    """Serve until cancelled; the simulator never stands beside a channel of the outside."""
    if not config.channels and not empty:
        logging.disable(logging.INFO)  # Months of a log that nobody needs.
        await make_history(config, MachineClock().now(), _tell)
        logging.disable(logging.NOTSET)
    opening = (
        connected(config, MachineClock(), os.environ)
        if config.channels
        else simulator(config, MachineClock(), still=still, demonstration=not empty)
    )
    async with contextlib.AsyncExitStack() as stack:
        with lasting():
            bot = await stack.enter_async_context(opening)
        print(f"gridbot: {bot.address}", flush=True)  # noqa: T201 - the launcher reads it
        print(f"gridbot desk: {bot.desk}", flush=True)  # noqa: T201 - only whoever started it may see it
        await bot.app.run()


def run(config: Config, *, still: bool = False, empty: bool = False) -> int:
    """Run until interrupted; the exit code."""
    leave_no_dump()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for library in ("aiohttp", "alembic", "sqlalchemy", "apscheduler", "grpclib"):
        logging.getLogger(library).setLevel(logging.WARNING)
    with contextlib.suppress(KeyboardInterrupt, web.GracefulExit):
        asyncio.run(_serve(config, still=still, empty=empty))
    return 0
