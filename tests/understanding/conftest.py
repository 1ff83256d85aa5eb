"""The understanding that the tests share."""

import pytest

from bot.parse import default_understanding
from bot.understanding.engine import Understanding


@pytest.fixture(scope="session")
def understanding() -> Understanding:
    return default_understanding()
