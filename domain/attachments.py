"""Pictures and documents that are kept in the book: evidence of residents, and files that the bot hands out."""

from dataclasses import dataclass

from domain.query import Query


@dataclass(frozen=True, slots=True)
class KeepAttachment:
    """A picture or document; ``id`` is the SHA-256 of its body. ``expires_at`` in epoch ms, None keeps it.

    With a ``form``, the body is the JSON of what has to be drawn, and it is drawn when somebody gets it; new codes
    in it are numbered when it is posted.
    """

    id: str
    name: str
    body: bytes
    form: str = ""
    expires_at: int | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture or document as it was kept."""

    name: str
    body: bytes
    form: str = ""

    @property
    def is_picture(self) -> bool:
        """True for what chats show as a picture."""
        return self.name.endswith((".jpg", ".png"))


@dataclass(frozen=True, slots=True)
class AttachmentOf(Query["Attachment | None"]):
    """The attachment of an id, or None where it was erased."""

    id: str


@dataclass(frozen=True, slots=True)
class EraseAttachments:
    """Erase every attachment whose time is over; ``before`` is in epoch ms."""

    before: int
