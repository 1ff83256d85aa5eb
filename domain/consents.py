"""What subjects agreed to, purpose by purpose; nothing is agreed to by default (product.md section 6 B)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from domain.query import Query

Purpose = Literal["publicity", "tips", "photos"]
Level = Literal["", "full", "masked", "yes"]
"""``full`` and ``masked`` are for publicity, ``yes`` for the rest; empty is no consent, or one that was withdrawn."""


@dataclass(frozen=True, slots=True)
class SetConsent:
    """A subject agrees to a purpose from now on, or no longer; every change is kept."""

    subject: int
    purpose: Purpose
    level: Level


@dataclass(frozen=True, slots=True)
class ConsentOf(Query[Level]):
    """What a subject agrees to now."""

    subject: int
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class ConsentsTo(Query[Mapping[int, Level]]):
    """Everybody who agrees to a purpose now, with how."""

    purpose: Purpose
