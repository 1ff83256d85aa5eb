"""Whether WeCom takes the credentials of 微信客服, and knows the account."""

from collections.abc import Mapping

from bot.channels.ports import is_free
from bot.channels.wecom_http import Answered, client
from bot.channels.wecom_kf import wording
from bot.channels.wecom_kf.account import Account
from bot.channels.wecom_kf.settings import Settings
from bot.channels.wecom_tokens import CREDENTIALS, NOT_TRUSTED, Calls
from domain.channel import ChannelDown, SendInDoubt


async def check(settings: Settings, environment: Mapping[str, str], *, running: bool) -> tuple[str, ...]:
    """What is missing, in sentences."""
    account = settings.account(environment)
    taken = not running and not is_free(account.host, account.port)
    return (*await answer_of(account), *((wording.TAKEN_PORT,) if taken else ()))


async def answer_of(account: Account) -> tuple[str, ...]:
    """What the platform says to the credentials and to the account."""
    try:
        async with client() as session:
            found = await Calls(session, account).post("kf/account/list", {})
    except Answered as no:
        if no.code in CREDENTIALS:
            return (wording.REFUSED,)
        return (wording.NOT_TRUSTED if no.code == NOT_TRUSTED else wording.SAYS_NO.format(code=no.code),)
    except (ChannelDown, SendInDoubt):
        return (wording.BROKEN,)
    known = {one.get("open_kfid") for one in found.get("account_list", ()) if isinstance(one, dict)}
    return () if account.open_kfid in known else (wording.UNKNOWN_ACCOUNT,)
