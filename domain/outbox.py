"""What the bot owes somebody to say, and what became of it (reliability.md, section 4)."""

from dataclasses import dataclass
from typing import Literal

from domain.decision import Card, Target, Urgency
from domain.message import Scene
from domain.query import Query

OutboxState = Literal["pending", "sending", "sent", "in_doubt", "dead", "expired"]


@dataclass(frozen=True, slots=True)
class Owed:
    """One message of the outbox; times in epoch ms."""

    id: int
    target: Target
    text: str
    card: Card | None
    mentions: tuple[tuple[str, str], ...]
    file: str
    urgency: Urgency
    attempts: int
    expires_at: int | None


@dataclass(frozen=True, slots=True)
class Route:
    """One conversation of one channel that reaches a target."""

    channel: str
    conversation: str
    scene: Scene


@dataclass(frozen=True, slots=True)
class OwedNow(Query[tuple[Owed, ...]]):
    """The oldest unsent message of every target, where it is due; never a later one before an earlier one."""

    now: int
    limit: int = 200


@dataclass(frozen=True, slots=True)
class NextOwed(Query["int | None"]):
    """When the next unsent message is due, in epoch ms."""


@dataclass(frozen=True, slots=True)
class LeftSending(Query[tuple[Owed, ...]]):
    """Messages that a process took and never reported on; asked once at the start."""


@dataclass(frozen=True, slots=True)
class RoutesTo(Query[tuple[Route, ...]]):
    """The conversations that reach a target now."""

    target: Target


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of a message of the outbox."""

    id: int
    state: OutboxState
    attempts: int
    due_at: int = 0
    sent_at: int = 0
    platform_id: str = ""
