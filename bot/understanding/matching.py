"""The best reading of a text by the wordings of all commands: of the whole, of a clause, or with a typo put right."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.understanding.doubts import ANSWERS, NAMED, OWN_WORDS
from bot.understanding.folding import fold
from bot.understanding.grammar import LONG, Match, Pattern, Shelf
from bot.understanding.kinds import CODES
from bot.understanding.lexicon import LEAD, SHOWN, trimmed
from bot.understanding.rescue import Rescue
from bot.understanding.small_talk import complains
from domain.command import Command

SHORT: Final = 60
"""So long is a message that may be read by one of its clauses, or with its spaces taken out."""
SHORTEST: Final = 12
"""So long is a message that is nothing but a command's own words."""
MERE: Final = frozenset({"confirm", "decline"})
"""Intents that do nothing where nothing is asked, so that nobody is pointed at their words."""
_CLAUSES = re.compile(r"[^,，。!！?？;；\s]+")
_PARTS = re.compile(r"[^\n,，。;；]*[^\s,，。;；][^\n,，。;；]*")
_PARTED, _MOST_PARTS = 200, 8


class Matcher:
    """Tries the wordings that a text may be; ``names`` are the words that commands are called by."""

    def __init__(self, commands: Mapping[str, Command], patterns: Sequence[Pattern], names: Collection[str]) -> None:
        self._commands = commands
        self._names = names
        self._patterns = patterns
        self._shelf = Shelf(patterns)
        self._openings = Shelf([pattern for pattern in patterns if pattern.opening and pattern.endless])
        self._rescue = Rescue(frozenset(names))
        self._seen = {
            name: command.intent
            for command in commands.values()
            if not command.writes and command.intent not in MERE
            for name in (command.title, *command.words.names, *command.words.plain)
        }

    def rivals(self, text: str) -> set[str]:
        """The intents whose best readings of an addressed message weigh the same; one at most, in sound commands."""
        folded = fold(text)
        lead = LEAD.match(folded)
        cut = lead.end() if lead else 0
        found = [match for pattern in self._patterns if (match := pattern.match(folded[cut:], text[cut:]))]
        top = max((match.weight for match in found), default=None)
        return {match.intent for match in found if match.weight == top}

    def read(self, folded: str, raw: str) -> Match | None:
        """The best reading of a message, with a typo put right where that makes it clearer, or makes it one at all."""
        best = self._receipted(self.best(folded, raw), folded, raw)
        return self._clearer(best, folded, raw) or self._mended(folded, raw)

    def best(self, folded: str, raw: str) -> Match | None:
        """The reading that leaves least to chance: of the whole, with courtesy cut, or of one clause."""
        lead = LEAD.match(folded)
        cut = lead.end() if lead else 0
        match = self._whole(folded[cut:], raw[cut:]) or (self._whole(folded, raw) if cut else None)
        return match or self._clauses(folded, raw)

    def _whole(self, folded: str, raw: str) -> Match | None:
        """The best reading of a text as it stands, or with its spaces taken out."""
        # The words of a pattern that only free text follows stand early, if they stand there at all.
        shelf = self._shelf if len(folded) <= LONG else self._openings
        found = [match for pattern in shelf.worth_trying(folded[:LONG]) if (match := pattern.match(folded, raw))]
        if not found and len(folded) <= SHORT and re.search(r"\s", folded):
            kept = [at for at, char in enumerate(folded) if not char.isspace()]
            packed, own = "".join(folded[at] for at in kept), "".join(raw[at] for at in kept)
            found = [match for pattern in self._shelf.worth_trying(packed) if (match := pattern.match(packed, own))]
        return max(found, key=lambda match: match.weight, default=None)

    def _clauses(self, folded: str, raw: str) -> Match | None:
        """The best reading of one clause of a short message."""
        spans = [part.span() for part in _CLAUSES.finditer(folded)] if len(folded) <= SHORT else []
        # Whoever names a command first gives no verdict with what follows (承诺 不存在的).
        named = any(folded[start:end] in self._names for start, end in spans[:1])
        found = []
        for start, end in spans[:8] if len(spans) > 1 else []:
            lead = LEAD.match(folded, start, end)
            begin = lead.end() if lead else start
            for stop in {end, len(folded)}:
                match = self._whole(folded[begin:stop], raw[begin:stop])
                answers = named and match is not None and match.intent in ANSWERS
                found += [match] if match and match.covered > 1 and not answers else []
        # Who complains and adds "我是…" introduces himself, and wants something else than to be bound.
        if complains(folded):
            found = [match for match in found if not self._commands[match.intent].words.whole]
        best = max(found, key=lambda match: match.weight, default=None)
        return replace(best, opened=False) if best else None

    def parts(self, folded: str, raw: str) -> list[tuple[Match, str]]:
        """The commands of a message whose every line or clause is a whole one, and not all the same; else none.

        Words of the sender's own go on as they like: a report may well hold what looks like a command.
        """
        spans = [part.span() for part in _PARTS.finditer(folded)] if len(folded) <= _PARTED else []
        found: list[tuple[Match, str]] = []
        for start, end in spans if 1 < len(spans) <= _MOST_PARTS else []:
            lead = LEAD.match(folded, start, end)
            begin = lead.end() if lead else start
            match = self._whole(folded[begin:end], raw[begin:end])
            if match is None or match.slots.keys() & OWN_WORDS or not self._stands_alone(match, end - begin):
                return []
            found.append((match, trimmed(raw[start:end])))
        same = all((one.intent, one.slots) == (found[0][0].intent, found[0][0].slots) for one, _ in found)
        return [] if same else found

    def _stands_alone(self, match: Match, length: int) -> bool:
        """Whether a clause is a command by itself: it names what it changes, or asks in nothing but known words."""
        if self._commands[match.intent].writes:
            return bool(match.slots.keys() & NAMED)
        return match.covered == length

    def _receipted(self, match: Match | None, folded: str, raw: str) -> Match | None:
        """A reading whose free text swallowed a receipt gives way to one that reads it once a typo is put right."""
        if match is None or match.intent != "tip_submit" or not re.search(CODES["receipt"], folded):
            return match
        return next((one for one in self._each_mended(folded, raw) if "receipt" in one.slots), match)

    def _mended(self, folded: str, raw: str) -> Match | None:
        """The reading once a typo is put right."""
        return next(self._each_mended(folded, raw), None)

    def _each_mended(self, folded: str, raw: str, *, by_ear: bool = False) -> Iterator[Match]:
        """The readings of each way to put one typo right."""
        for text in self._rescue.mended(folded, by_ear=by_ear):
            if match := self.best(text, raw):
                yield match

    def _clearer(self, match: Match | None, folded: str, raw: str) -> Match | None:
        """A reading with gaps before its words gives way to one that begins with them, once a typo is put right."""
        if match is None or match.opened or len(folded) > SHORT:
            return match
        named = match.slots.keys() & NAMED
        return next(
            (one for one in self._each_mended(folded, raw, by_ear=True) if one.opened and named <= one.slots.keys()),
            match,
        )

    def shown(self, folded: str, raw: str) -> Match | None:
        """What somebody wants to see by its name alone, whatever the words for seeing are."""
        lead = LEAD.match(folded)
        found = SHOWN.fullmatch(folded, lead.end() if lead else 0) if len(folded) <= SHORTEST else None
        intent = self._seen.get(found["name"]) if found else None
        match = self.best(found["name"], raw[found.start("name") : found.end("name")]) if found and intent else None
        return match if match and match.intent == intent else None
