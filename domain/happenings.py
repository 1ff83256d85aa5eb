"""What a channel tells besides messages: people join, somebody becomes a friend, own words come back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoomJoined:
    """People came into a room; ``members`` holds (account id, name) pairs without the bot itself."""

    room: str
    topic: str
    members: tuple[tuple[str, str], ...]
    bot_joined: bool


@dataclass(frozen=True, slots=True)
class RoomSeen:
    """There is a room that may be bound; nobody said anything in it."""

    room: str


@dataclass(frozen=True, slots=True)
class FriendAdded:
    """Somebody can now be written to in private."""

    contact: str
    name: str


@dataclass(frozen=True, slots=True)
class SaidByBot:
    """The bot's own words came back: proof that they went out; not every puppet tells of them."""

    conversation: str
    message_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Recalled:
    """Somebody took a message back."""

    account: str
    message: str


@dataclass(frozen=True, slots=True)
class TaskEnded:
    """What a person had to confirm was confirmed, or the platform will never show it; may be told more than once."""

    task: str
    posted: bool


Happening = RoomJoined | RoomSeen | FriendAdded | SaidByBot | Recalled | TaskEnded
