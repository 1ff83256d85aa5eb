"""The short credit tips and when they may be posted (tips.toml)."""

from dataclasses import dataclass
from datetime import time
from typing import Literal

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


@dataclass(frozen=True, slots=True)
class TipPolicy:
    """When tips go out and how long one rests before it may come again."""

    post_weekday: Weekday
    post_time: time
    no_repeat_within_days: int
    max_per_week: int
    quiet_hours: tuple[time, time]
    opt_out: bool


@dataclass(frozen=True, slots=True)
class Tip:
    """One tip; no ``months`` means all year."""

    code: str
    topic: str
    text: str
    months: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TipBook:
    """All of tips.toml."""

    schema_version: Literal[1]
    policy: TipPolicy
    tips: tuple[Tip, ...]
