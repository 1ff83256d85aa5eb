"""Places that people book, with and without a time."""

import re
from collections.abc import Callable
from typing import Any

from bot.understanding import lines
from bot.understanding.lexicon import trimmed

_Reader = Callable[[str, str], Any]
_ROOM = r"[^\s,，。;；:：、?？!！]"
WORD = rf"{_ROOM}{{2,12}}"
NAMED = re.compile(rf"{_ROOM}{{1,11}}(?:室|厅|场|馆|棚|堂|亭|中心)")
"""A place by what places are called."""
_WHEN = re.compile("[上下这本]?(?:周|星期|礼拜)[一二三四五六日天末]|[今明后][天日早晚]|[0-9]{1,2}月")
_LEAST_ROOM = 2
_NO_ROOM = re.compile(
    "[0-9吗呢么哪谁]|怎样|如何|(?:周|星期|礼拜)[一二三四五六日天末]|[今明后][天日早晚]|[上下]午|师傅|医生|老师"
)


def room(names: frozenset[str]) -> _Reader:
    """A place by one word, where it is nobody's skill and no time."""

    def read(folded: str, raw: str) -> str | None:
        somebody = any(name in folded or folded in name for name in names)
        return None if somebody or _NO_ROOM.search(folded) else trimmed(raw) or None

    return read


def booking(names: frozenset[str]) -> _Reader:
    """A place and a time; who books somebody's skill asks for help."""
    pair = lines.whole_pair("resource", "when")

    def read(folded: str, raw: str) -> dict[str, Any] | None:
        slots: dict[str, Any] | None = pair(folded, raw)
        begun = _WHEN.search(folded, _LEAST_ROOM) if slots is None else None
        if begun and NAMED.fullmatch(folded[: begun.start()]):
            slots = {"resource": raw[: begun.start()], "when": trimmed(raw[begun.start() :])}
        return slots if slots and slots["resource"] not in names else None

    return read
