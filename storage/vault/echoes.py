"""What recipients were told, as hashes of runs under a key in memory: enough to see that a text repeats it."""

import hashlib
import hmac
from collections import OrderedDict
from collections.abc import Iterable

from domain.tips.echoes import runs

_CASES = 200


class Echoes:
    """Knows the last cases that were handed over since the start; nothing of it is ever written down."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._known: OrderedDict[str, tuple[frozenset[int], frozenset[bytes]]] = OrderedDict()

    def _marks(self, text: str) -> frozenset[bytes]:
        return frozenset(hmac.digest(self._key, run.encode(), hashlib.sha256)[:12] for run in runs(text))

    def keep(self, code: str, persons: frozenset[int], texts: Iterable[str]) -> None:
        """These persons have read these texts of a case."""
        before = self._known.pop(code, (frozenset(), frozenset()))[1]
        self._known[code] = (persons, before.union(*(self._marks(text) for text in texts)))
        while len(self._known) > _CASES:
            self._known.popitem(last=False)

    def heard(self, persons: frozenset[int], text: str) -> bool:
        """True where a text repeats twelve signs in a row of what one of these persons has read."""
        marks = self._marks(text)
        return any(readers & persons and not marks.isdisjoint(known) for readers, known in self._known.values())
