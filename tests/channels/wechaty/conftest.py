"""One gateway for the tests of a module, and the bot's side of it anew for each."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from tests.channels.wechaty.bot_side import Side, running, settings_for
from tests.channels.wechaty.gateway import Gateway, missing


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    reason = missing()
    for item in items:
        if reason and item.get_closest_marker("gateway"):
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="module")
def running_gateway() -> Iterator[Gateway]:
    with Gateway() as started:
        yield started


@pytest_asyncio.fixture
async def gateway(running_gateway: Gateway) -> Gateway:
    await running_gateway.do("clear")
    return running_gateway


@pytest_asyncio.fixture
async def side(gateway: Gateway) -> AsyncIterator[Side]:
    async with running(settings_for(gateway)) as started:
        yield started
