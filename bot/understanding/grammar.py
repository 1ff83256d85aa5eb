"""The pattern language of ``Words``, compiled."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Any

from bot.understanding.clues import Clues, clues_in
from bot.understanding.kinds import Kind
from bot.understanding.lexicon import SEPARATORS, TAILS, WORDS

_TOKEN = re.compile(r"\{(\w+)(?::(\w+))?\}|<(\w+)>|…|~|\.\{0,\d+\}")
_GAP = ".{0,14}?"
_REPEATED = re.compile(r"\((?:\?:)?([^()]*)\)([*+])")
_TIMES = {"*": "{0,12}", "+": "{1,12}"}
"""A repetition without end would walk through a message of nothing else."""
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


@dataclass(frozen=True)
class Pattern:
    """One wording of a command, compiled when a message first gives reason to."""

    intent: str
    source: str
    expression: str
    clues: Clues
    slots: tuple[Slot, ...]
    loose: tuple[str, ...]
    """Groups that count for nothing: gaps, free text and particles."""
    first: str
    """The group of a gap or free text that the pattern begins with, if it does."""
    endless: bool
    """Ends in free text, so that it may read a message of any length."""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression; ValueError names what is wrong with it."""
        try:
            return re.compile(self.expression, re.IGNORECASE | re.DOTALL)
        except re.error as error:
            raise ValueError(f"{self.intent}: {self.source!r} is no pattern: {error}") from error

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
        self.body = _TOKEN.sub(self._replaced, _REPEATED.sub(_repeated, source).replace(")*", ")" + _TIMES["*"]))

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


def _repeated(group: re.Match[str]) -> str:
    """A repeated group without words that its other words make up: with two ways to read one, the work doubles."""
    words = dict.fromkeys(word for part in group[1].split("|") for word in _flat(part))
    plain = frozenset(word for word in words if word.isalnum())
    kept = [word for word in words if word not in plain or not _is_made_of(word, plain)]
    return f"(?:{'|'.join(kept)}){_TIMES[group[2]]}"


def _flat(part: str) -> Sequence[str]:
    """The words of a class of the lexicon where it is a plain list; any other part as it is."""
    words = WORDS.get(part[1:-1], "") if part.startswith("<") else ""
    inner = words.removeprefix("(?:").removesuffix(")")
    return inner.split("|") if words and "(" not in inner else (part,)


def _is_made_of(word: str, others: frozenset[str]) -> bool:
    """Whether others make up a word, one after the other."""
    cuts = ((word[:at], word[at:]) for at in range(1, len(word)))
    return any(head in others and (rest in others or _is_made_of(rest, others)) for head, rest in cuts)


def compiled(intent: str, source: str, kinds: Mapping[str, Kind], tail: str | None = TAILS) -> Pattern:
    """The pattern that ``source`` describes; ValueError names a class or kind that is unknown, or a bracket too few."""
    parts = _Compiler(intent, source, kinds)
    loose = parts.loose if parts.endless or not tail else [*parts.loose, "tail"]
    ending = f"{SEPARATORS}*" if parts.endless else f"(?P<tail>{tail})" if tail else ""
    try:
        clues = clues_in(source, {name: kind.pattern for name, kind in kinds.items() if not kind.free})
    except ValueError as error:
        raise ValueError(f"{intent}: {source!r} is no pattern: {error}") from error
    expression = f"(?:{parts.body}){ending}"
    return Pattern(intent, source, expression, clues, tuple(parts.slots), tuple(loose), parts.first, parts.endless)


class Shelf:
    """Patterns by what a message must hold for them."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._anyway = [pair for pair in enumerate(patterns) if not pair[1].clues]
        self._by_clue: dict[str, list[tuple[int, Pattern]]] = defaultdict(list)
        for pair in enumerate(patterns):
            for char in min(pair[1].clues, key=len, default=()):
                self._by_clue[char].append(pair)

    def worth_trying(self, text: str) -> Sequence[Pattern]:
        """The patterns that a text may be, in their order."""
        chars = frozenset(text.lower())
        near = dict(pair for char in chars & self._by_clue.keys() for pair in self._by_clue[char])
        near = {at: one for at, one in near.items() if not any(map(chars.isdisjoint, one.clues))}
        return [pattern for _, pattern in sorted((*near.items(), *self._anyway), key=itemgetter(0))]
