"""Open questions: at most one per person and chat, kept in the book so that they survive a restart."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from domain.decision import Ask
from domain.members import AccountRef
from domain.query import Query


@dataclass(slots=True, unsafe_hash=True)
class Place:
    """Who was asked and where; ``chat`` is the room, empty in the private chat.

    One is made for every command; the type checker freezes it.
    """

    account: Final[AccountRef]
    chat: Final[str] = ""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A command that waits for an answer, with what it was told so far; ``expires_at`` in epoch ms."""

    intent: str
    slots: Mapping[str, Any]
    ask: Ask
    expires_at: int
    answers: Mapping[str, bool | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeepQuestion:
    """From now on this is the open question at a place, instead of any other."""

    place: Place
    question: OpenQuestion


@dataclass(frozen=True, slots=True)
class DropQuestion:
    """Nothing is asked any more at a place."""

    place: Place


@dataclass(frozen=True, slots=True)
class QuestionAt(Query["OpenQuestion | None"]):
    """The open question at a place, expired ones included."""

    place: Place


@dataclass(frozen=True, slots=True)
class OpenPlaces(Query[tuple[Place, ...]]):
    """Every place where a question is open; read once at the start."""
