"""What an operator has to know about the page before the bot starts."""

from collections.abc import Mapping

from bot.channels.ports import is_free
from bot.channels.web_tip import wording
from bot.channels.web_tip.settings import Settings


async def check(settings: Settings, environment: Mapping[str, str], *, running: bool) -> tuple[str, ...]:  # noqa: ARG001 - the shelf's shape
    """What is missing, in sentences."""
    taken = not running and not is_free(settings.host, settings.port)
    return (wording.TAKEN_PORT,) if taken else ()
