"""The bot on the channels of its settings: the machine's clock, real people, and pages for the desk alone."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping

from bot.app import App, opened
from bot.channels.around import open_channels
from bot.clock import Clock
from bot.config import Config, require_secrets
from bot.dispatch.greeting import Greeter
from bot.web.desk.alone import desk_alone
from bot.web.desk.keys import fresh_keys
from bot.web.listening import Serving, listening
from domain.happenings import Happening


@contextlib.asynccontextmanager
async def connected(config: Config, clock: Clock, environment: Mapping[str, str]) -> AsyncIterator[Serving]:
    """The app with its channels, listening for the desk; whoever opens it lets ``app.run()`` run beside it."""
    require_secrets(config, environment)
    told: asyncio.Queue[tuple[str, Happening]] = asyncio.Queue()
    opened_apps: list[App] = []
    channels = open_channels(
        config.channels,
        clock.now,
        environment,
        lambda name, happening: told.put_nowait((name, happening)),
        lambda: all(app.is_writable for app in opened_apps),
    )
    async with opened(config, clock, channels) as app:
        opened_apps.append(app)
        greeter = Greeter(app.store, app.delivery, clock.now, app.dispatcher.hearing, app.dispatcher.recalls)
        keys = fresh_keys()
        greeting = asyncio.create_task(greeter.run(told), name="greeter")
        try:
            async with listening(desk_alone(app, keys), config.web.port) as port:
                yield Serving(app, port, keys)
        finally:
            greeting.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await greeting
