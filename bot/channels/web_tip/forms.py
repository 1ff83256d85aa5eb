"""What was sent from the page, read with limits; whatever does not fit gets one sentence."""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from aiohttp import BadContentDispositionHeader, BadContentDispositionParam, BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from bot.channels.web_tip import wording
from domain.tips.receipts import plain

_LARGEST_PHOTO: Final = 10 * 1024 * 1024
_LARGEST_FIELD: Final = 24 * 1024
_LONGEST: Final = 4000
_MOST_PARTS: Final = 8
_BY_RECEIPT: Final = frozenset({"举报进度", "谁看过", "领取奖励"})
_WORDS: Final = frozenset({"是", "不是", "不用"})
TELL: Final = "举报"
_WARNED = (BadContentDispositionHeader, BadContentDispositionParam)
_ODD: Final = (HttpProcessingError, ValueError, AssertionError, LookupError, RuntimeError, *_WARNED)
"""What the library makes of a body that no browser sends."""


class Unfit(Exception):  # noqa: N818 - it carries the sentence for whoever sent it
    """The form cannot be taken as it is."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One form: what to say to the bot, in whose visit, with which picture."""

    text: str
    visit: str = ""
    photo: bytes | None = None

    @property
    def tells(self) -> bool:
        """True for a new tip."""
        return not self.visit and self.text.startswith("匿名举报")


def be_strict() -> None:
    """Odd headers are refused: the library's warning would repeat what a stranger sent."""
    for kind in _WARNED:
        warnings.simplefilter("error", kind)


async def read(request: web.Request) -> Sent:
    """The form as a message; Unfit says what is missing, HTTPBadRequest is for what no browser sends."""
    fields, photo = await _parts(request)
    act, visit = fields.get("act", ""), fields.get("visit", "")
    if visit:
        if act == "照片" and photo:
            return Sent("", visit, photo)
        if act in _WORDS:
            return Sent(act, visit)
        raise Unfit(wording.NO_WORDS)
    make = _ACTS.get(act)
    if make is None:
        raise web.HTTPBadRequest
    return Sent(make(fields, photo), photo=photo)


def _told(fields: dict[str, str], _photo: bytes | None) -> str:
    text = _text(fields)
    if not text:
        raise Unfit(wording.EMPTY)
    return f"匿名举报 {text}"


def _added(fields: dict[str, str], photo: bytes | None) -> str:
    text = _text(fields)
    if not (text or photo):
        raise Unfit(wording.NO_WORDS)
    return f"补充 {_receipt(fields)} {text}".strip()


def _asked(act: str) -> Callable[[dict[str, str], bytes | None], str]:
    return lambda fields, _photo: f"{act} {_receipt(fields)}"


_ACTS: Final = {TELL: _told, "补充": _added} | {act: _asked(act) for act in _BY_RECEIPT}


def _text(fields: dict[str, str]) -> str:
    text = fields.get("text", "").strip()
    if len(text) > _LONGEST:
        raise Unfit(wording.TOO_LONG)
    return text


def _receipt(fields: dict[str, str]) -> str:
    receipt = plain(fields.get("receipt", ""))
    if not receipt:
        raise Unfit(wording.NO_RECEIPT)
    return receipt


async def _parts(request: web.Request) -> tuple[dict[str, str], bytes | None]:
    if not request.content_type.startswith("multipart/form-data"):
        raise web.HTTPBadRequest
    fields: dict[str, str] = {}
    photo: bytes | None = None
    try:
        reader = await request.multipart()
        for _ in range(_MOST_PARTS):
            part = await reader.next()
            if part is None:
                return fields, photo
            if not isinstance(part, BodyPartReader):
                raise web.HTTPBadRequest
            if part.name == "photo":
                photo = await _bytes(part, _LARGEST_PHOTO, wording.HEAVY) or None
            else:
                body = await _bytes(part, _LARGEST_FIELD, wording.TOO_LONG)
                fields[part.name or ""] = body.decode("utf-8", "replace")
    except _ODD as odd:
        raise web.HTTPBadRequest from odd
    raise web.HTTPBadRequest


async def _bytes(part: BodyPartReader, most: int, sentence: str) -> bytes:
    if part.headers.get("Content-Encoding") or part.headers.get("Content-Transfer-Encoding"):
        raise web.HTTPBadRequest
    body = bytearray()
    while chunk := await part.read_chunk():
        body += chunk
        if len(body) > most:
            raise Unfit(sentence)
    return bytes(body)
