"""One thing that was looked at."""

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """How a finding is marked; only a problem makes the look fail."""

    GOOD = "好"
    HINT = "提醒"
    PROBLEM = "要处理"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found and what to do about it."""

    level: Level
    sentence: str

    def __str__(self) -> str:
        return f"[{self.level.value}] {self.sentence}"


def good(sentence: str) -> Finding:
    """All is well."""
    return Finding(Level.GOOD, sentence)


def hint(sentence: str) -> Finding:
    """Worth knowing, nothing is broken."""
    return Finding(Level.HINT, sentence)


def problem(sentence: str) -> Finding:
    """Somebody has to do something."""
    return Finding(Level.PROBLEM, sentence)
