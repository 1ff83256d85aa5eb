"""One form for full-width, traditional and ordinary characters, with every character kept in its place."""

import unicodedata
from functools import lru_cache

from storage import spelling

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


def half_width(text: str) -> str:
    """The text with full-width and other compatibility characters folded, one for one."""
    return text if unicodedata.is_normalized("NFKC", text) else text.translate(_FOLDS)


def simplified(text: str) -> str:
    """The text in simplified characters, one for one."""
    converted = spelling.simplified(text)
    return converted if len(converted) == len(text) else "".join(map(_one, text))


@lru_cache(maxsize=_ROOM)
def _one(char: str) -> str:
    """One character in simplified form, itself where that would be longer."""
    converted = spelling.simplified(char)
    return converted if len(converted) == 1 else char


def fold(text: str) -> str:
    """Half-width and simplified."""
    return simplified(half_width(text))
