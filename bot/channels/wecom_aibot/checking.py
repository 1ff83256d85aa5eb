"""Whether WeCom takes the robot's credentials; asked only while the bot does not run: there is one line for both."""

import asyncio
from collections.abc import Mapping

from aiohttp import ClientError, ClientSession

from bot.channels.wecom_aibot import wording
from bot.channels.wecom_aibot.account import Account
from bot.channels.wecom_aibot.failures import CREDENTIALS, Answered, WireError
from bot.channels.wecom_aibot.settings import Settings
from bot.channels.wecom_aibot.wire import Wire

_SECONDS = 8.0


async def check(settings: Settings, environment: Mapping[str, str], *, running: bool) -> tuple[str, ...]:
    """What is missing, in sentences."""
    return () if running else await answer_of(settings.account(environment))


async def answer_of(account: Account) -> tuple[str, ...]:
    """What the platform says to the credentials."""
    try:
        async with asyncio.timeout(_SECONDS), ClientSession() as session, session.ws_connect(account.url) as socket:
            wire = Wire(socket, _SECONDS)
            reading = asyncio.create_task(wire.read(lambda _: None))
            try:
                await wire.call("aibot_subscribe", {"bot_id": account.bot_id, "secret": account.secret})
            finally:
                reading.cancel()
                await asyncio.wait({reading})
    except Answered as no:
        return (wording.REFUSED if no.code == CREDENTIALS else wording.SAYS_NO.format(code=no.code),)
    except (WireError, ClientError, OSError, TimeoutError):
        return (wording.AWAY,)
    return ()
