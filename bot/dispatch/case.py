"""One message on its way through the dispatcher."""

import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.command import Command
from domain.members import AccountRef
from domain.message import Message
from domain.questions import OpenQuestion, Place
from domain.reading import Reading

Keyed = Callable[[str], str]


@dataclass(slots=True)
class Case:
    """One message on its way, with what it is an answer to."""

    message: Final[Message]
    place: Final[Place]
    reading: Final[Reading]
    command: Final[Command]
    question: Final[OpenQuestion | None]
    answers: Final[dict[str, bool | str]]
    picture: Final[bytes | None] = None

    def fingerprint(self, keyed: Keyed) -> str:
        """What is equal for the same command by the same person, and tells nothing to who lacks the key."""
        ref = self.place.account
        return keyed(json.dumps([ref.channel, ref.id, self.reading.intent, dict(self.reading.slots)], sort_keys=True))


def place_of(message: Message) -> Place:
    """Where a question to whoever wrote this would be open."""
    return Place(AccountRef(message.channel, message.sender), message.room)


def milliseconds(moment: datetime) -> int:
    """Epoch milliseconds, as the book keeps time."""
    return int(moment.timestamp() * 1000)


def hasher(key: bytes) -> Keyed:
    """Keyed hashes in hexadecimal."""
    return lambda text: hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
