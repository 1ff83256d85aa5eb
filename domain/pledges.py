"""Signed pledges: which text was shown where, what a signature keeps, and until when it holds (product.md 2.3, 2.4)."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.matters.matter import Matter
from domain.message import Message
from domain.period import SHANGHAI, months_before
from domain.query import Query
from domain.rules.pledges import Pledge

SORT = "pledge"
RENEWAL_ASKED = "renewal_asked"
SHOWN_FOR = timedelta(days=7)
"""How long a text that stood in a chat may be signed there at once (conflict 5)."""


@dataclass(frozen=True, slots=True)
class TextShown:
    """A text stood in a chat; ``what`` names text and version. Posting it again renews the moment."""

    chat: str
    what: str


@dataclass(frozen=True, slots=True)
class ShownSince(Query[bool]):
    """Whether a text stood in a chat at or after a moment in epoch ms."""

    chat: str
    what: str
    since: int


def text_version(pledge: Pledge) -> str:
    """A short hash of everything that a person promises by a pledge."""
    words = "\n".join((pledge.title, *pledge.keep, *pledge.breach))
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def text_name(pledge: Pledge) -> str:
    """The name under which showing a pledge's text is kept."""
    return f"pledge:{pledge.code}:{text_version(pledge)}"


def chat_of(message: Message) -> str:
    """The chat a message was said in."""
    return room_chat(message.channel, message.room or message.sender)


def room_chat(channel: str, room: str) -> str:
    """The same of a room, or of somebody's private chat."""
    return f"{channel}:{room}"


def holds_until(pledge: Pledge, signed_on: date) -> date:
    """The last day of a pledge signed on a day."""
    return months_before(signed_on, -pledge.validity_months)


def ask_again_at(until: date, days: int) -> int:
    """When renewal is asked, in epoch ms: so many days before the end, at midnight in Shanghai."""
    moment = datetime(until.year, until.month, until.day, tzinfo=SHANGHAI) - timedelta(days=days)
    return int(moment.timestamp() * 1000)


def until(signature: Matter) -> date:
    """The last day of a signature."""
    return date.fromisoformat(str(signature.facts["until"]))
