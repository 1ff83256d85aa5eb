"""What the bot says, in the robot's own message types."""

import base64
import hashlib
from typing import Any, Final

from bot.channels.wecom_text import plain
from domain.channel import Outgoing, SendRefused

TEXT_BYTES: Final = 2048
_MARKDOWN_BYTES: Final = 4096
_PICTURE_BYTES: Final = 2 * 1024 * 1024

Body = dict[str, Any]


def bodies(outgoing: Outgoing) -> list[Body]:
    """The words, then the picture; SendRefused for what the robot never takes."""
    found = [_words(outgoing)] if outgoing.text else []
    if outgoing.image is not None:
        found.append(_picture(outgoing.image))
    if not found:
        raise SendRefused("there is nothing that a group robot can send")
    return found


def _words(outgoing: Outgoing) -> Body:
    """Short words as a text, whose mentions ring; longer ones as markdown, which holds twice as much."""
    accounts = [account for account, _ in outgoing.mentions]
    if len(outgoing.text.encode()) <= TEXT_BYTES:
        return {"msgtype": "text", "text": {"content": outgoing.text, "mentioned_list": accounts}}
    calls = "".join(f"<@{account}> " for account in accounts)
    content = calls + plain(outgoing.text, _MARKDOWN_BYTES - len(calls.encode()))
    if len(content.encode()) > _MARKDOWN_BYTES:
        raise SendRefused("the text is too long")
    return {"msgtype": "markdown", "markdown": {"content": content}}


def _picture(raw: bytes) -> Body:
    if len(raw) > _PICTURE_BYTES:
        raise SendRefused("the picture is too large")
    checksum = hashlib.md5(raw).hexdigest()  # noqa: S324 - the platform's checksum
    return {"msgtype": "image", "image": {"base64": base64.b64encode(raw).decode(), "md5": checksum}}
