"""What an utterance was understood as."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

NONE = "none"


@dataclass(frozen=True, slots=True)
class Reading:
    """An intent with its slots, or ``none`` with what the sender may have meant."""

    intent: str = NONE
    slots: Mapping[str, Any] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    """Titles of at most three commands for "您是不是想…"."""
    who_reported: bool = False
    """True where somebody wants to know who reported: never answered but by one fixed sentence."""
    oddities: tuple[str, ...] = ()
    """Number-like words that are no plain number (5.5, -3, 1e3): a command about points refuses over them."""
