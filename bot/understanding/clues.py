"""What a message must hold for a wording to be worth trying; hardly any is, so hardly any is even compiled."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from bot.understanding.lexicon import WORDS

Clues = tuple[frozenset[str], ...]
"""Of each set, a message holds one character at least."""

_TOKEN = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(?P<slot>[a-z_]\w*)(?::(?P<kind>\w+))?\}|<(?P<word>\w+)>"
    r"|(?P<open>\((?:\?(?::|<?[=!]|P<\w+>))?)|(?P<close>\))|(?P<bar>\|)|(?P<times>[?*+]\??|\{\d*,?\d*\}\??)|(?P<plain>[^…~.^$])|.",
    re.DOTALL,
)
_MAY_LACK = ("?", "*", "{0", "{,")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")


class _Reader:
    """One wording while it is read, by the shape of its expression alone."""

    def __init__(self, source: str, kinds: Mapping[str, str]) -> None:
        self._tokens: Iterator[re.Match[str]] = _TOKEN.finditer(source)
        self._kinds = kinds
        self._token = next(self._tokens, None)

    def alternatives(self) -> Clues:
        """The clues of alternatives up to the end of their group."""
        options = [self._sequence()]
        while self._token and self._token["bar"]:
            self._token = next(self._tokens, None)
            options.append(self._sequence())
        if len(options) == 1:
            return options[0]
        return (frozenset().union(*(min(option, key=len) for option in options)),) if all(options) else ()

    def _sequence(self) -> Clues:
        clues: Clues = ()
        while (token := self._token) and not (token["bar"] or token["close"]):
            found = self._atom(token)
            self._token = next(self._tokens, None)
            if not (self._token and self._token["times"] and self._token[0].startswith(_MAY_LACK)):
                clues += found
        return clues

    def _atom(self, token: re.Match[str]) -> Clues:
        if token["open"]:
            self._token = next(self._tokens, None)
            inner = self.alternatives()
            if self._token is None:
                raise ValueError("a bracket is left open")
            return () if token[0] in _LOOKS else inner
        if token["word"]:
            return clues_of(WORDS.get(token["word"], ""))
        if token["slot"]:
            return clues_of(self._kinds.get(token["kind"] or token["slot"], ""))
        return (frozenset(token["plain"].lower()),) if token["plain"] else ()


@lru_cache(maxsize=256)
def clues_of(expression: str) -> Clues:
    """The clues of a regular expression out of the lexicon or of a kind of slot."""
    return _Reader(expression, {}).alternatives()


def clues_in(source: str, kinds: Mapping[str, str]) -> Clues:
    """The clues of a wording; ``kinds`` has the expressions of slots. ValueError tells of a bracket too few."""
    return tuple(dict.fromkeys(_Reader(source, kinds).alternatives()))
