"""The codes people type (L2087, D31, P8 ...): numbered by the book when it posts, never before."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

PLAIN = "N"
"""The kind of codes that are plain numbers as people type them: activities."""
_OPEN, _CLOSE = "\ue000", "\ue001"
T = TypeVar("T")
_SLOTS_A_DECISION = 16
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
    return _TOKEN.sub(lambda m: f"{m[1].replace(PLAIN, '')}{numbers[NewCode(m[1], int(m[2]))]}", text)


def shifted(decided: T, turn: int) -> T:
    """The same decision with new codes of its own, so that several decisions may be posted as one."""
    return decided if turn == 0 else _shift(decided, turn * _SLOTS_A_DECISION)


def _shift(value: Any, by: int) -> Any:  # noqa: ANN401 - walks through values of every kind
    match value:
        case NewCode():
            return NewCode(value.kind, value.slot + by)
        case str() if _OPEN in value:
            return _TOKEN.sub(lambda m: str(NewCode(m[1], int(m[2]) + by)), value)
        case tuple():
            return tuple(_shift(one, by) for one in value)
        case Mapping():
            return {key: _shift(one, by) for key, one in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            return replace(
                value, **{one.name: _shift(getattr(value, one.name), by) for one in fields(value) if one.init}
            )
    return value
