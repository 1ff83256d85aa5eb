"""The codes people type (L2087, D31, P8 ...): numbered by the book when it posts, never before."""

import re
from dataclasses import dataclass

_OPEN, _CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f"{_OPEN}([A-Z])([0-9]+){_CLOSE}")


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code that the book will number; within one decision ``slot`` tells several of a kind apart.

    Its text form is a token of private-use characters, which no outside text may contain, so a reply can be
    written before the number is known and is filled in when the unit is posted.
    """

    kind: str
    slot: int = 0

    def __str__(self) -> str:
        return f"{_OPEN}{self.kind}{self.slot}{_CLOSE}"


def fill(text: str, numbers: dict[NewCode, int]) -> str:
    """The text with every token replaced by its code, as ``L2087``."""
    if _OPEN not in text:
        return text
    return _TOKEN.sub(lambda m: f"{m[1]}{numbers[NewCode(m[1], int(m[2]))]}", text)
