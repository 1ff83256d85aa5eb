"""From what is owed to what a channel is asked to say: words, pictures and parts as the platform takes them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from domain.attachments import Attachment, AttachmentOf
from domain.channel import Capabilities, Outgoing
from domain.decision import Card
from domain.outbox import Route
from domain.query import Book
from domain.splitting import in_parts
from domain.text import speakable
from scheduler import composing_wording as wording

Draw = Callable[[Attachment], Awaitable[Attachment | None]]
"""Makes the picture or document of an attachment whose body says what has to be drawn; None where it cannot."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is to be said, on whatever platform."""

    text: str
    card: Card | None = None
    mentions: tuple[tuple[str, str], ...] = ()
    attachment: Attachment | None = None

    @property
    def words(self) -> str:
        """All of it as text that may leave the bot."""
        parts = [speakable(self.text), speakable(self.card.as_text()) if self.card else ""]
        return "\n".join(part for part in parts if part)


class Attachments:
    """Loads what goes along with a message, drawn where it has to be."""

    def __init__(self, book: Book, draw: Draw | None) -> None:
        self._book = book
        self._draw = draw

    async def load(self, number: str) -> Attachment | None:
        """The attachment of an id, or None where there is none (any more)."""
        found = await self._book.answer(AttachmentOf(number)) if number else None
        if found is None or not found.form:
            return found
        return await self._draw(found) if self._draw else None


def composed(content: Content, route: Route, can: Capabilities) -> tuple[Outgoing, ...]:
    """The messages of one conversation, in order; mentions are in the first, a picture or document in the last."""
    shown = content.attachment
    picture = shown if shown and shown.is_picture and can.pictures else None
    document = shown if shown and not shown.is_picture and can.pictures and can.files else None
    left_out = shown if shown and not shown.is_picture and not document else None
    words = content.words
    texts = in_parts(wording.elsewhere(words, left_out.name) if left_out else words, can.text_bytes)
    last = len(texts) - 1
    return tuple(
        Outgoing(
            route.conversation,
            route.scene,
            text,
            content.mentions if place == 0 else (),
            image=picture.body if picture and place == last else None,
            image_name=picture.name if picture and place == last else "",
            card=content.card if last == 0 else None,
            file=document if place == last else None,
        )
        for place, text in enumerate(texts)
    )
