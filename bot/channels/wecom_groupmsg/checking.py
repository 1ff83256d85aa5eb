"""Whether WeCom takes the credentials of the customer groups, and shows at least one group; nothing is posted."""

from collections.abc import Mapping

from bot.channels.wecom_groupmsg import wording
from bot.channels.wecom_groupmsg.account import Account
from bot.channels.wecom_groupmsg.settings import Settings
from bot.channels.wecom_http import Answered, client
from bot.channels.wecom_tokens import CREDENTIALS, NOT_TRUSTED, Calls
from domain.channel import ChannelDown, SendInDoubt


async def check(settings: Settings, environment: Mapping[str, str], *, running: bool) -> tuple[str, ...]:  # noqa: ARG001 - the shelf's shape
    """What is missing, in sentences."""
    return await answer_of(settings.account(environment))


async def answer_of(account: Account) -> tuple[str, ...]:
    """What the platform says to the credentials and to the question for a group."""
    try:
        async with client() as session:
            found = await Calls(session, account).post("externalcontact/groupchat/list", {"limit": 1})
    except Answered as no:
        if no.code in CREDENTIALS:
            return (wording.REFUSED,)
        return (wording.NOT_TRUSTED if no.code == NOT_TRUSTED else wording.SAYS_NO.format(code=no.code),)
    except (ChannelDown, SendInDoubt):
        return (wording.AWAY,)
    return () if found.get("group_chat_list") else (wording.NO_GROUP,)
