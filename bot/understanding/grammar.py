"""The pattern language of ``Words``, compiled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.understanding.kinds import Kind
from bot.understanding.lexicon import SEPARATORS, TAILS, WORDS

_TOKEN = re.compile(r"\{(\w+)(?::(\w+))?\}|<(\w+)>|…|~|\.\{0,\d+\}")
_GAP = ".{0,14}?"
_SOME = "){0,12}"  # a repetition without end would walk through a message of nothing else
LONG = 80
"""Longer bodies are only read by patterns that begin with words and end in free text."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot of a pattern: its group, its name and its kind."""

    group: str
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Match:
    """One way to read a message."""

    intent: str
    slots: Mapping[str, Any]
    opened: bool
    """The message begins with the command's own words."""
    covered: int
    """Characters that neither a gap nor free text had to swallow."""

    literal: int
    """Of these, the characters that no slot took."""

    @property
    def weight(self) -> tuple[bool, int, int]:
        """What makes one reading better than another."""
        return self.opened, self.covered, self.literal


@dataclass(frozen=True, slots=True)
class Pattern:
    """One compiled wording of a command."""

    intent: str
    regex: re.Pattern[str]
    slots: tuple[Slot, ...]
    loose: tuple[str, ...]
    """Groups that count for nothing: gaps, free text and particles."""
    first: str
    """The group of a gap or free text that the pattern begins with, if it does."""
    endless: bool
    """Ends in free text, so that it may read a message of any length."""

    @property
    def opening(self) -> bool:
        """The pattern begins with words of its own."""
        return not self.first

    def match(self, folded: str, raw: str) -> Match | None:
        """The reading of a whole body, or None."""
        found = self.regex.fullmatch(folded)
        if not found:
            return None
        values: dict[str, Any] = {}
        for slot in self.slots:
            start, end = found.span(slot.group)
            if start < 0:
                continue
            value = slot.kind.read(folded[start:end], raw[start:end])
            if value is None:
                return None
            values |= value if slot.kind.spread else {slot.name: value} if value != "" else {}
        loose = sum(found.end(group) - found.start(group) for group in self.loose)
        taken = sum(found.end(slot.group) - found.start(slot.group) for slot in self.slots if not slot.kind.free)
        return Match(self.intent, values, self.opening, len(folded) - loose, len(folded) - loose - taken)


class _Compiler:
    """One pattern while it is being compiled."""

    def __init__(self, intent: str, source: str, kinds: Mapping[str, Kind]) -> None:
        self.intent, self.source, self.kinds = intent, source, kinds
        self.slots: list[Slot] = []
        self.loose: list[str] = []
        self.endless = False
        self.first = ""
        self.body = _TOKEN.sub(self._replaced, source.replace(")*", _SOME))

    def _replaced(self, token: re.Match[str]) -> str:
        """The regular expression of one token."""
        self.endless = False
        if token[0] == "~":
            return f"{SEPARATORS}*"
        if token[0][0] in "….":
            self.first = f"g{token.start()}" if token.start() == 0 else self.first
            self.loose.append(f"g{token.start()}")
            return f"(?P<g{token.start()}>{_GAP if token[0] == '…' else token[0]})"
        return self._word(token[3]) if token[3] else self._slot(token)

    def _word(self, name: str) -> str:
        """A class of the lexicon."""
        if name not in WORDS:
            raise ValueError(f"{self.intent}: the lexicon has no class <{name}>")
        return WORDS[name]

    def _slot(self, token: re.Match[str]) -> str:
        """A slot of some kind."""
        kind, group = self.kinds.get(token[2] or token[1]), f"s{token.start()}"
        if kind is None:
            raise ValueError(f"{self.intent}: no kind of slot is called {token[2] or token[1]!r}")
        self.slots.append(Slot(group, token[1], kind))
        if kind.free:
            self.first = group if token.start() == 0 else self.first
            self.loose.append(group)
        self.endless = kind.free and self.source[token.end() :] in {"", ")?"}
        return f"(?P<{group}>{kind.pattern})"


def compiled(intent: str, source: str, kinds: Mapping[str, Kind], tail: str | None = TAILS) -> Pattern:
    """The pattern that ``source`` describes; ValueError names what is wrong with it."""
    parts = _Compiler(intent, source, kinds)
    loose = parts.loose if parts.endless or not tail else [*parts.loose, "tail"]
    ending = f"{SEPARATORS}*" if parts.endless else f"(?P<tail>{tail})" if tail else ""
    try:
        regex = re.compile(f"(?:{parts.body}){ending}", re.IGNORECASE | re.DOTALL)
    except re.error as error:
        raise ValueError(f"{intent}: {source!r} is no pattern: {error}") from error
    return Pattern(intent, regex, tuple(parts.slots), tuple(loose), parts.first, parts.endless)
