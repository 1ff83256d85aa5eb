"""What the bot owes somebody to say, and what became of it (reliability.md, section 4)."""

from dataclasses import dataclass
from typing import Literal

from domain.decision import Card, Target, Urgency
from domain.message import Scene
from domain.query import Query

OutboxState = Literal["pending", "sending", "sent", "in_doubt", "dead", "expired"]
DOUBTED, REFUSED = "?", "!"
"""What stands before a step whose fate is unknown, and before one that the platform will never take."""


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
    created_at: int = 0
    due_at: int = 0
    served: tuple[str, ...] = ()
    """The steps taken: channel, conversation and part, with a sign in front where a step did not go well."""


@dataclass(frozen=True, slots=True)
class Route:
    """One conversation of one channel that reaches a target."""

    channel: str
    conversation: str
    scene: Scene


@dataclass(frozen=True, slots=True)
class OwedNow(Query[tuple[Owed, ...]]):
    """The first message of every target, where it is due, after a given one in the order of urgency and id.

    What was held from the start is overtaken; what was tried keeps its place and holds back what is behind it.
    """

    now: int
    limit: int = 500
    after: tuple[int, int] = (-1, 0)


@dataclass(frozen=True, slots=True)
class ExpiredNow(Query[tuple[Owed, ...]]):
    """Unsent messages whose time is over."""

    now: int
    limit: int = 500


@dataclass(frozen=True, slots=True)
class NextOwed(Query["int | None"]):
    """When the next unsent message falls due after a moment, in epoch ms."""

    after: int


@dataclass(frozen=True, slots=True)
class LeftSending(Query[tuple[Owed, ...]]):
    """Messages that a process took up to a moment and never reported on."""

    until: int


@dataclass(frozen=True, slots=True)
class InDoubt(Query[tuple[Owed, ...]]):
    """Public messages of which nobody knows whether they were shown; a person says 已发出 or 重发."""


@dataclass(frozen=True, slots=True)
class Dead(Query[tuple[Owed, ...]]):
    """Messages that were refused, or tried too often; a person may have them sent again."""


@dataclass(frozen=True, slots=True)
class NoticesSince(Query[int]):
    """How many private notices a conversation got since a moment."""

    door: str
    since: int


@dataclass(frozen=True, slots=True)
class NoticesDue(Query[tuple[Owed, ...]]):
    """The untried notices to a target that are due, oldest first."""

    target: Target
    now: int


@dataclass(frozen=True, slots=True)
class HeldFor(Query[tuple[Owed, ...]]):
    """The untried messages that are due to whoever is behind a private conversation; sealed ones are not among them."""

    route: Route
    now: int


@dataclass(frozen=True, slots=True)
class RoutesTo(Query[tuple[Route, ...]]):
    """The conversations that reach a target now, always in the same order."""

    target: Target


@dataclass(frozen=True, slots=True)
class Traffic:
    """How delivery does, in figures; times in epoch ms, 0 where there was nothing yet."""

    waiting: int
    in_doubt: int
    dead: int
    last_inbound: int
    last_outbound: int


@dataclass(frozen=True, slots=True)
class TrafficNow(Query[Traffic]):
    """How delivery does now."""


@dataclass(frozen=True, slots=True)
class SpokenSince(Query[tuple[tuple[str, str, int], ...]]):
    """Channel, conversation and time of what counted for quotas since a moment; "" for private conversations."""

    since: int


@dataclass(frozen=True, slots=True)
class Take:
    """Claim a pending message for sending; raises domain.refusal.Moved where somebody else was faster."""

    id: int
    attempts: int
    served: tuple[str, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of a message of the outbox."""

    id: int
    state: OutboxState
    attempts: int
    due_at: int = 0
    sent_at: int = 0
    platform_id: str = ""
    served: tuple[str, ...] = ()
    door: str = ""


@dataclass(frozen=True, slots=True)
class Settle:
    """A person's word on a message in doubt or dead; raises domain.refusal.Moved where it is neither any more."""

    id: int
    state: OutboxState
    served: tuple[str, ...]
    due_at: int


@dataclass(frozen=True, slots=True)
class Spoke:
    """One message that counts for a platform's quota."""

    channel: str
    conversation: str
    at: int


def certain(served: tuple[str, ...]) -> tuple[str, ...]:
    """The steps that went well."""
    return tuple(step for step in served if not step.startswith((DOUBTED, REFUSED)))


def seen(owed: Owed, now: int) -> Settle:
    """已发出: what was in doubt was shown; what is still missing elsewhere goes on."""
    return Settle(owed.id, "pending", tuple(step.removeprefix(DOUBTED) for step in owed.served), now)


def again(owed: Owed, now: int) -> Settle:
    """重发: what was in doubt or refused is sent again, and only that."""
    return Settle(owed.id, "pending", certain(owed.served), now)
