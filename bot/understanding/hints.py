"""Messages that no wording fits: what they are about, from words in any order."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.understanding.grammar import Match, Pattern, compiled
from bot.understanding.kinds import Kind
from domain.command import Command

_LONG = 40
_NOT = "!"


class Hint:
    """Words that stand together in a message, and words that must not."""

    def __init__(self, intent: str, source: str, kinds: Mapping[str, Kind]) -> None:
        parts = source.split("&")
        self._intent = intent
        self._wanted = tuple(compiled(intent, one, kinds, tail=None) for one in parts if one[0] != _NOT)
        self._unwanted = tuple(compiled(intent, one[1:], kinds, tail=None) for one in parts if one[0] == _NOT)

    def match(self, folded: str, raw: str) -> Match | None:
        """The reading of a message that holds all that is wanted."""
        slots: dict[str, Any] = {}
        said = 0
        for part in self._wanted:
            found = part.regex.search(folded)
            if found is None:
                return None
            said += len(found[0])
            slots |= _slots(part, found, folded, raw)
        if any(part.regex.search(folded) for part in self._unwanted):
            return None
        return Match(self._intent, slots, opened=False, covered=said, literal=said)


def _slots(part: Pattern, found: re.Match[str], folded: str, raw: str) -> dict[str, Any]:
    """The slots in the place where a part was found."""
    spans = [(slot, *found.span(slot.group)) for slot in part.slots]
    return {slot.name: slot.kind.read(folded[at:end], raw[at:end]) for slot, at, end in spans if at >= 0}


class Hints:
    """The hints of all commands, asked where everything else has failed."""

    def __init__(self, commands: Sequence[Command], kinds: Mapping[str, Kind]) -> None:
        self._hints = tuple(Hint(one.intent, source, kinds) for one in commands for source in one.words.hints)

    def match(self, folded: str, raw: str) -> Match | None:
        """The command whose words stand in a short message; None where two fit alike."""
        found = [match for hint in self._hints if (match := hint.match(folded, raw))] if len(folded) <= _LONG else []
        top = max((match.covered for match in found), default=0)
        best = {match.intent: match for match in found if match.covered == top}
        return next(iter(best.values())) if len(best) == 1 else None
