"""What the platform tells of a message or a pressed button, turned into a message of the house."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any, Literal

from bot.channels.wecom_aibot import cards
from bot.channels.wecom_aibot.payloads import Content, Sealed, content_of
from bot.channels.wecom_tables import part, word
from domain.message import Message, Quote

Load = Callable[[Sealed], Awaitable[bytes]]


class Reader:
    """Reads callbacks; None for what nobody said."""

    def __init__(self, channel: str, called: str, now: Callable[[], datetime], load: Load) -> None:
        self._channel = channel
        self._called = called
        self._now = now
        self._load = load

    def said(self, body: dict[str, Any]) -> Message | None:
        """A message in a chat."""
        quoted = content_of(part(body, "quote")).text if "quote" in body else ""
        # Who wrote what is quoted is not told; only quotes to the robot arrive here at all.
        return self._message(body, content_of(body), Quote(quoted, of_bot=True) if quoted else None)

    def pressed(self, body: dict[str, Any]) -> Message | None:
        """A button of a card: the same as a reply that quotes the card with the button's word."""
        event = part(body, "event")
        pressed = part(event, "template_card_event") or event
        answer, quoted = cards.read(word(pressed, "event_key"))
        if not answer:
            return None
        return self._message(body, Content("text", answer), Quote(quoted, of_bot=True))

    def _message(self, body: dict[str, Any], content: Content, quote: Quote | None) -> Message | None:
        sender, number = word(part(body, "from"), "userid"), word(body, "msgid")
        if not sender or not number:
            return None
        room = word(body, "chatid")
        text = self._without_call(content.text) if room and content.kind in {"text", "mixed"} else content.text.strip()
        return Message(
            channel=self._channel,
            id=number,
            at=self._moment(body.get("create_time")),
            sender=sender,
            sender_name="",
            scene="group" if room else "private",
            room=room,
            text=text,
            addressed=True,
            quote=quote,
            image=partial(self._load, content.picture) if content.picture else None,
            kind=_kind(text, content),
        )

    def _without_call(self, text: str) -> str:
        bare = text.strip()
        called = f"@{self._called}"
        if self._called and bare.startswith(called):
            return bare[len(called) :].strip()
        return bare.partition(" ")[2].strip() if bare.startswith("@") else bare

    def _moment(self, seconds: object) -> datetime:
        if isinstance(seconds, int) and 0 < seconds < 2**33:
            return datetime.fromtimestamp(seconds, UTC)
        return self._now()


def _kind(text: str, content: Content) -> Literal["text", "image", "voice", "other"]:
    if text:
        return "text"
    if content.picture:
        return "image"
    return "voice" if content.kind == "voice" else "text" if content.kind == "text" else "other"
