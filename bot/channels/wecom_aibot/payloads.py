"""Reads what the platform sends, which may be anything."""

from dataclasses import dataclass
from typing import Any

from bot.channels.wecom_tables import part, word


@dataclass(frozen=True, slots=True)
class Sealed:
    """Where an encrypted picture lies, and its key."""

    url: str
    key: str


@dataclass(frozen=True, slots=True)
class Content:
    """Words and the first picture of a message or a quote; ``kind`` is the platform's."""

    kind: str
    text: str = ""
    picture: Sealed | None = None


def content_of(data: dict[str, Any]) -> Content:
    """What was said, of whatever kind."""
    kind = word(data, "msgtype")
    if kind in {"text", "voice"}:  # the platform has turned the voice into words already
        return Content(kind, word(part(data, kind), "content"))
    if kind == "image":
        return Content(kind, picture=_sealed(part(data, "image")))
    if kind == "mixed":
        return _mixed(part(data, "mixed").get("msg_item"))
    return Content(kind)


def _mixed(items: object) -> Content:
    parts = [content_of(item) for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    words = "\n".join(one.text for one in parts if one.text)
    return Content("mixed", words, next((one.picture for one in parts if one.picture), None))


def _sealed(data: dict[str, Any]) -> Sealed | None:
    url, key = word(data, "url"), word(data, "aeskey")
    return Sealed(url, key) if url and key else None
