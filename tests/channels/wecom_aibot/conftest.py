"""The robot's side of the long connection, up and with a staff group that has spoken to it."""

from collections.abc import AsyncIterator

import pytest_asyncio

from bot.channels.wecom_aibot.account import Account
from bot.channels.wecom_aibot.channel import AibotChannel, build
from bot.channels.wecom_aibot.link import Pace
from tests.channels.wecom import BOT, SECRET, Side, WeCom, running

QUICK = Pace(first_retry=0.02, longest_retry=0.1, answer=0.4, ping=0.2)


def robot(wecom: WeCom, secret: str = SECRET, pace: Pace = QUICK, name: str = "aibot") -> AibotChannel:
    return build(Account(BOT, secret, wecom.socket), name, wecom.now, pace)


@pytest_asyncio.fixture
async def side(wecom: WeCom) -> AsyncIterator[Side]:
    async with running(robot(wecom)) as started:
        await started.becomes("online")
        yield started
