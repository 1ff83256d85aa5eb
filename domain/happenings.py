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


Happening = RoomJoined | FriendAdded | SaidByBot | Recalled
