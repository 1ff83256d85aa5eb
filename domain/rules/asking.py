"""Which source of the rules answers an everyday question: by the pairs of characters that both share."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from domain.rules.naming import folded

ENOUGH = 0.4
"""How much of a question a source must cover to answer it."""
_EXACT = 0.35
"""How much of the score is the best single phrase; the rest is all phrases of a source together."""
_STRANGE = 0.5
"""How much a pair weighs that no source knows, beside one that a single source knows."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something that may answer: the ``phrases`` it is found by, the answer, and where that stands."""

    phrases: tuple[str, ...]
    answer: str
    origin: str


class Sources:
    """Sources indexed once; pairs that many of them share weigh little."""

    def __init__(self, sources: Iterable[Source], synonyms: Mapping[str, str], fillers: Sequence[str]) -> None:
        self._sources = tuple(sources)
        self._synonyms = tuple(synonyms.items())
        # The longest first, so that no filler is cut in two by a shorter one.
        self._fillers = sorted(fillers, key=len, reverse=True)
        self._phrases = [[pairs(self._plain(phrase)) for phrase in one.phrases] for one in self._sources]
        counts = Counter(pair for phrases in self._phrases for pair in frozenset().union(*phrases))
        self._weights = {pair: log(1 + len(self._sources) / count) for pair, count in counts.items()}
        self._unknown = _STRANGE * log(1 + len(self._sources))

    def best(self, question: str) -> Source | None:
        """The source that covers the question best, or None where none covers enough of it."""
        wanted = pairs(self._plain(question))
        if not wanted:
            return None
        scored = [(self._score(wanted, phrases), place) for place, phrases in enumerate(self._phrases)]
        score, place = max(scored, key=lambda pair: (pair[0], -pair[1]))
        return self._sources[place] if score >= ENOUGH else None

    def _plain(self, words: str) -> str:
        plain = folded(words)
        for said, meant in self._synonyms:
            plain = plain.replace(said, meant)
        for filler in self._fillers:
            plain = plain.replace(filler, "")
        return plain

    def _score(self, wanted: frozenset[str], phrases: Sequence[frozenset[str]]) -> float:
        whole = self._weight(wanted)
        together = self._weight(wanted & frozenset().union(*phrases)) / whole
        if not together:
            return 0.0
        closest = max(2 * self._weight(wanted & one) / (whole + self._weight(one)) for one in phrases)
        return together * (1 - _EXACT) + closest * _EXACT

    def _weight(self, found: frozenset[str]) -> float:
        return sum(self._weights.get(pair, self._unknown) for pair in found)


def pairs(words: str) -> frozenset[str]:
    """All neighbouring characters; a single character stands for itself."""
    return frozenset(words[at : at + 2] for at in range(len(words) - 1)) or frozenset(words)
