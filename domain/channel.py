"""The port to a place where people talk: what it can do, what is sent there, how sending ends."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol, runtime_checkable

from domain.attachments import Attachment
from domain.decision import Card
from domain.message import Message, Scene

State = Literal["connecting", "scan", "online", "offline", "refused"]


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a platform lets the bot do."""

    reads_group: bool
    """Sees all that is said in a group, not only what is said to the bot."""
    posts_to_group: bool
    private: bool
    push: bool
    """May speak unasked."""
    buttons: bool
    pictures: bool
    quota_per_minute: int | None
    """None: the platform names no figure."""
    needs_human: bool
    """A person has to press send: pastes what was prepared (转发稿), or only confirms it."""
    confirms: bool = False
    """With ``needs_human``: the platform holds the message, and its task ends when a person has confirmed it."""
    chat_per_minute: int | None = None
    """The same for one conversation."""
    chat_per_hour: int | None = None
    chat_gap_ms: int = 0
    """How long one conversation rests after each message."""
    switch_gap_ms: int = 0
    """How long the account rests before it turns to another conversation."""
    files: bool = True
    """Takes documents, and not only pictures."""
    text_bytes: int | None = None
    """The longest text in UTF-8; longer ones go in numbered parts."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One thing to be said in one conversation; ``mentions`` holds (account id, name) pairs."""

    conversation: str
    scene: Scene
    text: str
    mentions: tuple[tuple[str, str], ...] = ()
    image: bytes | None = None
    image_name: str = ""
    quote: str | None = None
    card: Card | None = None
    """The same content in parts, for platforms that show cards; ``text`` always says all of it."""
    file: Attachment | None = None
    """A document, for platforms that take one; pictures are in ``image``."""


@dataclass(frozen=True, slots=True)
class ChannelStatus:
    """How a channel is doing, in words for the people who look after it."""

    state: State
    detail: str
    since: datetime
    qrcode: str = ""
    """In state ``scan``: the text of the code that has to be scanned."""


@dataclass(frozen=True, slots=True)
class Talk:
    """How a conversation stands where people have to write first; times in epoch ms, 0 where nobody knows."""

    open: bool
    """Something may be said before the person writes again."""
    answered: bool
    """Something was said since the person's last words."""
    written_at: int = 0
    """When the last words were written."""
    heard_at: int = 0
    """When they arrived here."""


class SendRefused(Exception):  # noqa: N818 - an outcome of sending, named as the outbox names it
    """The platform will never take this message."""


class ChannelDown(Exception):  # noqa: N818 - as above
    """Nothing was sent; it may be tried again later."""


class HeldBack(ChannelDown):
    """The same for one conversation alone: it has to wait, and the channel is well."""


class SendInDoubt(Exception):  # noqa: N818 - as above
    """Nobody knows whether it was sent; it must not be sent again blindly."""


class PictureGone(Exception):  # noqa: N818 - as above
    """The platform no longer has the picture of a received message, or it is not fit to be loaded."""


class Channel(Protocol):
    """A place where people talk to the bot."""

    @property
    def name(self) -> str:
        """The name that messages carry as their ``channel``."""

    @property
    def capabilities(self) -> Capabilities:
        """What this platform lets the bot do."""

    async def run(self, receive: Callable[[Message], None]) -> None:
        """Hands over what is said for ever, reconnecting; returns only when the account is refused."""

    async def send(self, outgoing: Outgoing) -> str:
        """Sends once and gives the platform's message id, or "" where it has none."""

    def status(self) -> ChannelStatus:
        """How the channel is doing right now."""


@runtime_checkable
class Windowed(Protocol):
    """A channel on which people have to write first and replies are counted."""

    def talk(self, conversation: str) -> Talk:
        """How a conversation stands right now."""


@runtime_checkable
class Acquainted(Protocol):
    """A channel that writes privately to some people only, its account's friends for instance."""

    async def knows(self, person: str) -> bool | None:
        """False where nothing can be said to somebody privately, None where only trying would show it."""


@runtime_checkable
class Titled(Protocol):
    """A channel that knows what people call its groups."""

    def title(self, conversation: str) -> str:
        """The name that people see, "" where it is not known."""
