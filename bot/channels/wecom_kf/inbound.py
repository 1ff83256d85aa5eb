"""One item of a conversation, turned into a message of the house; nobody's nickname is ever asked for."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any, Final, Literal

from bot.channels.wecom_tables import part, word
from domain.message import Message

_CUSTOMER: Final = 3
_KINDS: Final[dict[str, Literal["text", "image", "voice"]]] = {"text": "text", "image": "image", "voice": "voice"}


def message_of(
    item: dict[str, Any], channel: str, load: Callable[[str], Awaitable[bytes]], now: datetime
) -> Message | None:
    """What a WeChat user said; None for anything else."""
    sender, number, kind = (item.get(name) for name in ("external_userid", "msgid", "msgtype"))
    said = isinstance(sender, str) and isinstance(number, str) and isinstance(kind, str)
    if item.get("origin") != _CUSTOMER or not said or not sender or not number:
        return None
    media = word(part(item, "image"), "media_id")
    return Message(
        channel=channel,
        id=str(number),
        at=moment(item.get("send_time"), now),
        sender=str(sender),
        sender_name="",
        scene="private",
        room="",
        text=word(part(item, "text"), "content").strip(),
        addressed=True,
        image=partial(load, media) if media else None,
        kind=_KINDS.get(str(kind), "other"),
    )


def welcome_code(item: dict[str, Any]) -> str:
    """The code by which somebody who just came in may be greeted, empty where there is none."""
    return word(part(item, "event"), "welcome_code") if item.get("msgtype") == "event" else ""


def moment(seconds: object, now: datetime) -> datetime:
    """The platform's time, ``now`` where it tells none."""
    return datetime.fromtimestamp(seconds, UTC) if isinstance(seconds, int) and 0 < seconds < 2**33 else now
