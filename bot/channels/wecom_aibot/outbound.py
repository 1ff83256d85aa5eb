"""What the bot says, turned into frames; always pushed, since a push outlives the request it answers."""

import base64
import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from bot.channels.wecom_aibot import cards, wording
from bot.channels.wecom_aibot.failures import NOT_SUBSCRIBED, TOO_OFTEN, Answered, Unanswered, WireError, outcome
from bot.channels.wecom_aibot.link import Link
from bot.channels.wecom_text import plain
from bot.channels.wecom_throttle import Throttle
from domain.channel import ChannelDown, Outgoing, SendInDoubt, SendRefused

_log = logging.getLogger(__name__)
_CHUNK: Final = 512 * 1024
_KEPT: Final = timedelta(days=2)
_MOST_KEPT: Final = 500
_LONGEST: Final = 20_480

Part = tuple[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class _File:
    kind: str
    name: str
    body: bytes


class Speaker:
    """Sends texts, cards, pictures and documents."""

    def __init__(self, link: Link, throttle: Throttle, now: Callable[[], datetime]) -> None:
        self._link = link
        self._throttle = throttle
        self._now = now
        self._media: dict[str, tuple[str, datetime]] = {}
        self._cards = 0

    async def say(self, outgoing: Outgoing) -> None:
        """Sends the words, then the picture or document; the exceptions of the port say how it failed."""
        files = _files(outgoing)
        self._throttle.require(outgoing.conversation, bool(outgoing.text) + len(files))
        parts = [self._words(outgoing)] if outgoing.text else []
        parts += [(file.kind, {"media_id": await self._uploaded(file)}) for file in files]
        if not parts:
            raise SendRefused("there is nothing to say")
        for place, one in enumerate(parts):
            try:
                await self._push(outgoing, one)
            except WireError as error:
                self._heed(outgoing.conversation, error)
                if place:
                    raise SendInDoubt("a part went out, the rest not") from error
                raise outcome(error) from error
        self._throttle.went_well(outgoing.conversation)

    def _words(self, outgoing: Outgoing) -> Part:
        self._cards += 1
        number = f"g{int(self._now().timestamp() * 1000)}-{self._cards}"
        template = cards.template(outgoing.card, outgoing.text, number) if outgoing.card else None
        if template:
            return "template_card", template
        names = [f"@{name} " for _, name in outgoing.mentions if name] if outgoing.scene == "group" else []
        content = plain("".join(names) + outgoing.text, _LONGEST)
        if len(content.encode()) > _LONGEST:
            raise SendRefused("the text is too long")
        return "markdown", {"content": content}

    async def _push(self, outgoing: Outgoing, one: Part) -> None:
        kind, content = one
        wire = self._link.wire
        self._throttle.spoke(outgoing.conversation)
        body = {
            "chatid": outgoing.conversation,
            "chat_type": 2 if outgoing.scene == "group" else 1,
            "msgtype": kind,
            kind: content,
        }
        await wire.call("aibot_send_msg", body)

    async def _uploaded(self, file: _File) -> str:
        """The platform's id of a file; an upload is not yet a message, so its failure is no doubt."""
        digest = hashlib.sha256(file.body).hexdigest()
        known = self._media.get(digest)
        if known and self._now() - known[1] < _KEPT:
            return known[0]
        try:
            number = await self._upload(file)
        except Unanswered as error:
            raise ChannelDown("the upload was not answered") from error
        except WireError as error:
            self._heed("", error)
            raise outcome(error) from error
        if len(self._media) >= _MOST_KEPT:
            self._media.clear()
        self._media[digest] = (number, self._now())
        return number

    async def _upload(self, file: _File) -> str:
        wire = self._link.wire
        pieces = [file.body[start : start + _CHUNK] for start in range(0, len(file.body), _CHUNK)]
        about = {
            "type": file.kind,
            "filename": file.name,
            "total_size": len(file.body),
            "total_chunks": len(pieces),
            "md5": hashlib.md5(file.body).hexdigest(),  # noqa: S324 - the platform's checksum
        }
        number = str((await wire.call("aibot_upload_media_init", about)).get("upload_id", ""))
        for place, piece in enumerate(pieces):
            chunk = {"upload_id": number, "chunk_index": place, "base64_data": base64.b64encode(piece).decode()}
            await wire.call("aibot_upload_media_chunk", chunk)
        return str((await wire.call("aibot_upload_media_finish", {"upload_id": number})).get("media_id", ""))

    def _heed(self, conversation: str, error: WireError) -> None:
        if not isinstance(error, Answered):
            return
        _log.warning("not delivered: errcode %d", error.code)
        if error.code == NOT_SUBSCRIBED:
            self._link.renew()
        elif error.code == TOO_OFTEN and conversation:
            self._throttle.too_often(conversation)


def _files(outgoing: Outgoing) -> list[_File]:
    files = [_File("image", outgoing.image_name or wording.PICTURE_NAME, outgoing.image)] if outgoing.image else []
    return [*files, _File("file", outgoing.file.name, outgoing.file.body)] if outgoing.file else files
