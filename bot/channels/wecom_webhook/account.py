"""The account of a group robot."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from bot.channels.wecom_webhook import wording

HOST = "qyapi.weixin.qq.com"


@dataclass(frozen=True, slots=True)
class Account:
    """Which robot in which group this is."""

    url: str = field(repr=False)
    """The robot's whole webhook address; whoever has it can post as the robot, so it is a secret."""
    room: str = "group"
    """The id under which the one group of this robot is bound."""


def mistakes(account: Account) -> Iterator[tuple[str, str]]:
    """The settings that cannot be right, each by its name with a sentence that repeats no secret."""
    try:
        parts = urlsplit(account.url)
        wanted = (parts.scheme, parts.netloc, parts.path) == ("https", HOST, "/cgi-bin/webhook/send")
    except ValueError:
        wanted = False
    if not wanted or not parse_qs(parts.query).get("key"):
        yield "url", wording.NOT_ADDRESS
    if not account.room.strip():
        yield "room", wording.NO_ROOM
