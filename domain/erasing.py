"""Leaving: who asked for erasure, and what is erased of them; entries stay under a number without a name."""

from dataclasses import dataclass
from datetime import timedelta

from domain.findings import states
from domain.matters.matter import Matter, MoveMatter, Step
from domain.members import AccountRef
from domain.query import Query

SECOND_THOUGHTS = timedelta(days=3)
"""How long somebody may still come back before anything is erased; the rules allow fifteen days in all."""


@dataclass(frozen=True, slots=True)
class AskErasure:
    """A subject is to be erased; ``account`` is one that was untied from it, whose traces go as well."""

    subject: int
    account: AccountRef


@dataclass(frozen=True, slots=True)
class DropErasure:
    """A subject is not to be erased after all, since somebody is bound to it again."""

    subject: int


@dataclass(frozen=True, slots=True)
class EraseSubject:
    """All facts, words and pictures of a subject go, and whoever asked for it is forgotten."""

    subject: int


@dataclass(frozen=True, slots=True)
class EraseExpired:
    """Documents whose time was over at a moment in epoch ms go."""

    until: int


@dataclass(frozen=True, slots=True)
class ErasuresAsked(Query[tuple[int, ...]]):
    """The subjects whose erasure was asked for at or before a moment in epoch ms, by number."""

    until: int


def withdrawn(matter: Matter) -> MoveMatter:
    """The end of a matter whose subject has left."""
    step = Step("left")
    if matter.sort == states.SORT:
        return states.close(matter, states.VOID, step)
    return MoveMatter(matter, "withdrawn", step, closes=True)
