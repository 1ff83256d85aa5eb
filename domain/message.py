"""What somebody said, in no channel's terms."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

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


class Message(NamedTuple):
    """One message as a channel handed it over; ``room`` is empty in private chats.

    A named tuple, since one is made for every line of chatter and a frozen dataclass takes three times as long.
    """

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
