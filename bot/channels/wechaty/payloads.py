"""What a Wechaty gateway tells, as values of our own: events, message types, people, rooms, files."""

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum
from typing import Any

_FIRST_MILLISECOND_STAMP = 10**11  # in seconds this is the year 5138, in milliseconds 1973


class EventKind(IntEnum):
    """The events this channel reacts to; a gateway may send others."""

    HEARTBEAT = 1
    MESSAGE = 2
    DONG = 3
    ERROR = 16
    FRIENDSHIP = 17
    ROOM_INVITE = 18
    ROOM_JOIN = 19
    ROOM_LEAVE = 20
    ROOM_TOPIC = 21
    SCAN = 22
    READY = 23
    LOGIN = 25
    LOGOUT = 26
    DIRTY = 27


class MessageType(IntEnum):
    """Message types as they really travel: the TypeScript numbering, not the one of the .proto."""

    AUDIO = 2
    IMAGE = 6
    TEXT = 7
    RECALLED = 13


class DirtyKind(IntEnum):
    """What a DIRTY event says has changed."""

    CONTACT = 2
    ROOM = 3
    ROOM_MEMBER = 4


@dataclass(frozen=True, slots=True)
class Event:
    """One event of the stream; ``kind`` is a plain number, so an unknown one does no harm."""

    kind: int
    payload: dict[str, Any]

    def text(self, key: str) -> str:
        """One field of the payload as text, "" where it is missing."""
        value = self.payload.get(key)
        return value if isinstance(value, str) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """One list of ids of the payload, empty where it is missing."""
        value = self.payload.get(key)
        return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else ()


@dataclass(frozen=True, slots=True)
class Received:
    """The payload of a message."""

    id: str
    type: int
    text: str
    sender: str
    room: str
    at: datetime
    mentions: tuple[str, ...]
    receiver: str = ""
    """In private: whom it was said to."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody as the account sees him."""

    names: tuple[str, ...]
    friend: bool


@dataclass(frozen=True, slots=True)
class Friendship:
    """The payload of a FRIENDSHIP event."""

    CONFIRMED = 1
    RECEIVED = 2

    id: str
    contact: str
    type: int


@dataclass(frozen=True, slots=True)
class Invitation:
    """The payload of a ROOM_INVITE event."""

    id: str
    inviter: str
    topic: str


@dataclass(frozen=True, slots=True)
class FileBox:
    """A file as the gateway describes it: its bytes, or the id to download them by."""

    data: bytes | None
    uuid: str


def event_of(kind: int, payload: str) -> Event:
    """Reads an event; a payload that is no JSON object counts as empty."""
    try:
        content = json.loads(payload or "{}")
    except ValueError:
        content = {}
    return Event(int(kind), content if isinstance(content, dict) else {})


def moment(stamp: int) -> datetime:
    """A gateway's time stamp, in seconds or milliseconds."""
    seconds = stamp / 1000 if stamp >= _FIRST_MILLISECOND_STAMP else stamp
    return datetime.fromtimestamp(seconds, UTC)


def read_box(text: str) -> FileBox:
    """Reads a file box; ValueError where it is of a kind that cannot be loaded."""
    box = json.loads(text)
    if not isinstance(box, dict):
        raise ValueError("a file box that is no object")  # noqa: TRY004 - what it says is wrong, not our types
    if isinstance(box.get("base64"), str):
        try:
            return FileBox(base64.b64decode(box["base64"]), "")
        except binascii.Error as error:
            raise ValueError("a file box with broken base64") from error
    if isinstance(box.get("uuid"), str) and box["uuid"]:
        return FileBox(None, box["uuid"])
    raise ValueError(f"a file box of type {box.get('type', box.get('boxType'))} cannot be loaded")


def inline_box(name: str, data: bytes) -> str:
    """A file box that carries its bytes."""
    return _box(1, name, data, base64=base64.b64encode(data).decode())


def uploaded_box(name: str, data: bytes, uuid: str) -> str:
    """A file box for bytes that were uploaded before."""
    return _box(7, name, data, uuid=uuid)


def _box(kind: int, name: str, data: bytes, **source: str) -> str:
    box = {"type": kind, "boxType": kind, "name": name, "size": len(data), "metadata": {}, **source}
    return json.dumps(box, ensure_ascii=False)
