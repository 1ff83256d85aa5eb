"""One stand-in for WeCom for the tests of a module, cleared before each."""

from collections.abc import Iterator

import pytest
import pytest_asyncio

from tests.channels.wecom import WeCom


@pytest.fixture(scope="module")
def running_wecom() -> Iterator[WeCom]:
    with WeCom() as started:
        yield started


@pytest_asyncio.fixture
async def wecom(running_wecom: WeCom) -> WeCom:
    await running_wecom.clear()
    return running_wecom
