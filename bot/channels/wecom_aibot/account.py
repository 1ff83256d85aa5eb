"""The account of the 智能机器人."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bot.channels.wecom_aibot import wording

ADDRESS = "wss://openws.work.weixin.qq.com"


@dataclass(frozen=True, slots=True)
class Account:
    """Which robot this is."""

    bot_id: str
    """The Bot ID on the robot's page in the admin console."""
    secret: str = field(repr=False)
    """The Secret of the long connection, from the same page."""
    url: str = ADDRESS
    """Where the long connection goes; private deployments have their own."""
    called: str = ""
    """The robot's name in WeCom, taken off the front of what is said to it; empty takes off the first ``@`` word."""


def mistakes(account: Account) -> Iterator[tuple[str, str]]:
    """The settings that cannot be right, each by its name with a sentence."""
    if not account.bot_id.strip():
        yield "bot_id", wording.NO_ID
    if not account.secret.strip():
        yield "secret", wording.NO_CREDENTIAL
    parts = urlsplit(account.url)
    if parts.scheme != "wss" or not parts.hostname or parts.username:
        yield "url", wording.NOT_SECURE
