"""Everything that is kept on a subject; tip-offs are never among it, since nothing leads from a person to one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.facts import Fact
from domain.ledger import Entry
from domain.matters.matter import Matter
from domain.query import Query


@dataclass(frozen=True, slots=True)
class ConsentChange:
    """A subject's word on a purpose; an empty level took it back."""

    purpose: str
    level: str
    at: int


@dataclass(frozen=True, slots=True)
class Kept:
    """All of it; ``rest`` holds by table the rows that belong to other capabilities, as they are kept."""

    register: Mapping[str, str]
    accounts: tuple[str, ...]
    """The chat accounts that are bound, as channel and id."""
    entries: tuple[tuple[Entry, str], ...]
    """Each entry with the note beside it."""
    consents: tuple[ConsentChange, ...]
    matters: tuple[Matter, ...]
    """With their steps."""
    facts: tuple[Fact, ...]
    """What visits, inspections and lists told of it, each with its source."""
    rest: Mapping[str, tuple[Mapping[str, Any], ...]]


@dataclass(frozen=True, slots=True)
class KeptOn(Query["Kept | None"]):
    """Everything kept on a subject, or None where there is none of this number."""

    subject: int


@dataclass(frozen=True, slots=True)
class GuardianOf(Query[str]):
    """The registered guardian's name of a subject; empty where there is none."""

    subject: int
