"""What a handler or a job decides: frozen effects that the book posts together or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Target:
    """Whom a message is for: an account, a subject, a staff member, a group, or one room of a channel."""

    kind: Literal["account", "subject", "staff", "grid", "staff_group", "room"]
    id: str = ""
    channel: str = ""

    def __str__(self) -> str:
        kind = f"{self.kind}:{self.channel}" if self.channel else self.kind
        return f"{kind}:{self.id}" if self.id else kind

    @property
    def is_group(self) -> bool:
        """True where more than one person reads it."""
        return self.kind in {"grid", "staff_group", "room"}


class Urgency(IntEnum):
    """How a message ranks when quotas are short; answers are never held back by quiet hours."""

    ANSWER = 0
    SAFETY = 1
    NOTICE = 2
    PUBLIC = 3


@dataclass(frozen=True, slots=True)
class Card:
    """A message with a title, lines and the exact words one may reply with."""

    title: str
    lines: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()

    def as_text(self) -> str:
        """The same card where only words can be shown."""
        words = [f"回复：{' / '.join(self.actions)}"] if self.actions else []
        return "\n".join([self.title, *self.lines, *words])


@dataclass(frozen=True, slots=True)
class Say:
    """One message that leaves the bot; ``expires_at`` drops it unsent, ``not_before`` holds it."""

    to: Target
    text: str
    card: Card | None = None
    urgency: Urgency = Urgency.ANSWER
    mentions: tuple[tuple[str, str], ...] = ()
    not_before: datetime | None = None
    expires_at: datetime | None = None
    file: str = ""
    """The id of an attachment that goes with it."""

    @property
    def is_publication(self) -> bool:
        """True for what a residents' group reads and that can wait, so that it does while publishing is paused."""
        return self.to.kind == "grid" and self.urgency > Urgency.SAFETY


@dataclass(frozen=True, slots=True)
class Ask:
    """An open question: the handler runs again with the answer under ``step`` (conversation rule c)."""

    step: str
    words: str
    kind: Literal["yes_no", "text", "choice", "photo", "receipt"] = "yes_no"
    choices: tuple[str, ...] = ()
    minutes: int = 10
    on_no: str | None = None
    """The sentence that ends the matter on a no; None runs the handler again with the no, unless words or a choice
    were asked for: then a plain sentence ends it."""
    on_wave: str | None = None
    """The sentence that ends the matter where somebody waves it away (算了) and a no would still do something."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """What the handler has to know when it runs again; it finds them among the answers."""
    yes: str = ""
    """Further words for yes, as a regular expression over the folded message."""
    no: str = ""
    """Further words for no; they count also where they read as a command."""
    otherwise: str = ""
    """What is said, before the question again, about words that answer nothing."""
    photo_too: bool = False
    """True where a photo may come first: the handler runs with it, without an answer."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A key of the book and the version a decision was made on; if it moved, the decision is made again."""

    key: str
    version: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person who wrote gets to read; the dispatcher knows where."""

    text: str
    card: Card | None = None
    file: str = ""
    here: bool = False
    """True where it is read in the chat the message came from and nowhere else, whatever the command says."""
    privately: bool = False
    """True where it is read in the private chat and nowhere else, whatever the command says."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What should happen because of one message; messages to others are among the effects."""

    answer: Answer | None = None
    effects: tuple[Any, ...] = ()
    watches: tuple[Watch, ...] = ()
    ask: Ask | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """The key under which a unit of work may happen once: a message of a channel or a due period of a job."""

    kind: Literal["message", "job"]
    key: str
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of work: claimed once, posted whole."""

    claim: Claim | None
    effects: tuple[Any, ...]
    watches: tuple[Watch, ...] = ()
    at: int = 0
    """Epoch milliseconds by the bot's clock."""


@dataclass(frozen=True, slots=True)
class Posted:
    """What the book gave a posted unit: the numbers of its new codes."""

    numbers: Mapping[Any, int] = field(default_factory=dict)
    later: tuple[Any, ...] = ()
    """The effects that were too long for one transaction, of which a part is left; the book posts it by itself."""
