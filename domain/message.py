"""What somebody said, in no channel's terms."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

Scene = Literal["group", "private"]


@dataclass(frozen=True, slots=True)
class Quote:
    """The message a quoting reply refers to."""

    text: str
    of_bot: bool


@dataclass(slots=True)
class Utterance:
    """The part of a message that understanding may look at."""

    text: Final[str]
    scene: Final[Scene]
    addressed: Final[bool]
    quote: Final[str | None] = None
    pending: Final[bool] = False


@dataclass(slots=True)
class Message:
    """One message as a channel handed it over; ``room`` is empty in private chats.

    One is made for every line of chatter, and a frozen dataclass takes thrice as long: the type checker freezes it.
    """

    channel: Final[str]
    id: Final[str]
    at: Final[datetime]
    sender: Final[str]
    sender_name: Final[str]
    scene: Final[Scene]
    room: Final[str]
    text: Final[str]
    addressed: Final[bool]
    quote: Final[Quote | None] = None
    mentions_others: Final[bool] = False
    image: Final[Callable[[], Awaitable[bytes]] | None] = None
    kind: Final[Literal["text", "image", "voice", "other"]] = "text"
