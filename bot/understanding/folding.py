"""One form for full-width, traditional and ordinary characters, with every character kept in its place."""

import unicodedata
from functools import lru_cache
from typing import Any

_KEPT = ("<super>", "<sub>", "<fraction>", "<circle>")
_ROOM = 20_000


class _Folds(dict[int, int]):
    """A translation table that fills itself; bounded, since senders choose the characters."""

    def __missing__(self, code: int) -> int:
        folded = _fold_char(chr(code))
        if len(self) < _ROOM:
            self[code] = folded
        return folded


def _fold_char(char: str) -> int:
    """A compatibility form becomes its plain character; ² and ½ are no digits anyone meant as one."""
    if unicodedata.decomposition(char).startswith(_KEPT):
        return ord(char)
    folded = unicodedata.normalize("NFKC", char)
    return ord(folded) if len(folded) == 1 else ord(char)


_FOLDS = _Folds()


@lru_cache(maxsize=1)
def _converter() -> Any:  # noqa: ANN401  # opencc ships no types
    from opencc import OpenCC  # noqa: PLC0415  # only where traditional characters turn up

    return OpenCC("t2s")


def half_width(text: str) -> str:
    """The text with full-width and other compatibility characters folded, one for one."""
    return text if unicodedata.is_normalized("NFKC", text) else text.translate(_FOLDS)


def simplified(text: str) -> str:
    """The text in simplified characters, one for one."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        pass
    else:
        return text
    converter = _converter()
    safe = text.encode("utf-8", "replace").decode("utf-8")
    converted = str(converter.convert(safe))
    return converted if len(converted) == len(text) else "".join(map(_one, safe))


@lru_cache(maxsize=_ROOM)
def _one(char: str) -> str:
    """One character in simplified form, itself where that would be longer."""
    converted = str(_converter().convert(char))
    return converted if len(converted) == 1 else char


def fold(text: str) -> str:
    """Half-width and simplified."""
    return simplified(half_width(text))
