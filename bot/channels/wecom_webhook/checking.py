"""Whether WeCom knows a group robot; nothing is posted."""

from collections.abc import Mapping

from bot.channels.wecom_http import Answered, client, post
from bot.channels.wecom_webhook import wording
from bot.channels.wecom_webhook.settings import Settings
from domain.channel import ChannelDown, SendInDoubt

_WRONG_KEY = 93000


async def check(settings: Settings, environment: Mapping[str, str], *, running: bool) -> tuple[str, ...]:  # noqa: ARG001 - the shelf's shape
    """What is missing, in sentences; a message without a word is refused by the platform, with or without a robot."""
    return await answer_of(settings.account(environment).url)


async def answer_of(url: str) -> tuple[str, ...]:
    """The same for the address alone."""
    try:
        async with client() as session:
            await post(session, url, {"msgtype": "text", "text": {"content": ""}})
    except Answered as no:
        return (wording.REFUSED,) if no.code == _WRONG_KEY else ()
    except (ChannelDown, SendInDoubt):
        return (wording.AWAY,)
    return ()
