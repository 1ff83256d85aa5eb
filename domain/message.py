"""What somebody said, in no channel's terms."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Scene = Literal["group", "private"]


@dataclass(frozen=True, slots=True)
class Quote:
    """The message a quoting reply refers to."""

    text: str
    of_bot: bool


@dataclass(frozen=True, slots=True)
class Utterance:
    """The part of a message that understanding may look at."""

    text: str
    scene: Scene
    addressed: bool
    quote: str | None = None
    pending: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """One message as a channel handed it over; ``room`` is empty in private chats."""

    channel: str
    id: str
    at: datetime
    sender: str
    sender_name: str
    scene: Scene
    room: str
    text: str
    addressed: bool
    quote: Quote | None = None
    mentions_others: bool = False
    image: Callable[[], Awaitable[bytes]] | None = None
    kind: Literal["text", "image", "voice", "other"] = "text"
