"""The few whole messages that are commands although nobody called the bot."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache

from bot.understanding.folding import half_width, simplified
from bot.understanding.grammar import Match, Pattern, compiled
from bot.understanding.kinds import Kind
from domain.command import Command
from domain.text import clean

LONGEST = 60
_OLD_FORMS = {"帮": "幫", "积": "積", "负": "負", "签": "簽籤", "兑": "兌", "红": "紅", "报": "報", "这": "這"}
_ASIDE = ("一下", "谢谢")
_LAST = "(?:的|吧|啊|嘛|呢|噶|咯|哈)*"
_KEPT = "+➕"
_KNOWN, _GLANCES = 512, 20_000
_SLOT_BEGINS = {
    "{period}": "本月 本季 本年 这个 这月 这季 这一 当月 当季 上个 上月 上季 上年 上一 今年 去年",
    "{color}": "红榜 黑榜",
    "{topic:negative}": "负面",
}


@lru_cache(maxsize=4096)
def _is_word(char: str) -> bool:
    """Whether a character says something: a letter, a digit, or a plus."""
    return char in _KEPT or (unicodedata.category(char)[0] in "LNM" and char != "\ufe0f")


def _squeezed(text: str) -> tuple[str, Sequence[int]]:
    """The characters that say something, and where they stood; a mark between two digits stays."""
    if text.isalnum():
        return text, range(len(text))
    kept: list[int] = []
    marks = False
    for at, char in enumerate(text):
        if not _is_word(char):
            marks = True
            continue
        if marks and kept and char.isnumeric() and text[kept[-1]].isnumeric():
            kept.append(at - 1)
        kept.append(at)
        marks = False
    return "".join(text[at] for at in kept), kept


def _without_asides(folded: str, places: list[int]) -> tuple[str, list[int]]:
    for part in reversed(list(re.finditer("|".join(_ASIDE), folded))):
        folded = folded[: part.start()] + folded[part.end() :]
        del places[part.start() : part.end()]
    return folded, places


def _begins(wording: str) -> Sequence[str]:
    """The two characters a plain wording may begin with; one alone where anything may follow it."""
    if wording.startswith("{"):
        return _SLOT_BEGINS[wording[: wording.index("}") + 1]].split()
    if wording[0] in "(<…~[":
        raise ValueError(f"the plain wording {wording!r} must begin with a word or {{period}}")
    return [wording[:2] if wording[1:2].isalpha() else wording[0]]


def _nameless(expression: str) -> str:
    """The same expression without names, so that many may stand in one."""
    return re.sub(r"\(\?P<\w+>", "(?:", expression)


class _Alike:
    """The wordings that begin with the same character; they are compiled into one when a message first does."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._patterns = patterns

    @cached_property
    def _any(self) -> re.Pattern[str]:
        joint = "|".join(f"(?:{_nameless(one.expression)})" for one in self._patterns)
        return re.compile(joint, re.IGNORECASE | re.DOTALL)

    def may_be(self, folded: str) -> bool:
        """Whether a whole message is one of them."""
        return self._any.fullmatch(folded) is not None

    def match(self, folded: str, raw: str) -> Match | None:
        """The best reading of a whole message that may be one of them."""
        found = [match for pattern in self._patterns if (match := pattern.match(folded, raw))]
        return max(found, key=lambda match: match.weight, default=None)


class _Glance(dict[str, bool]):
    """Whether a message may be a command by its first two characters; it fills itself, and is bounded."""

    def __init__(self, may: Callable[[str], bool]) -> None:
        super().__init__()
        self._may = may

    def __missing__(self, pair: str) -> bool:
        if len(self) >= _GLANCES:
            self.clear()
        self[pair] = may = self._may(pair)
        return may


class PlainCommands:
    """All plain wordings of all commands, and a first glance that sends chatter away."""

    def __init__(self, commands: Sequence[Command], kinds: Mapping[str, Kind]) -> None:
        wordings = [(command.intent, wording) for command in commands for wording in command.words.plain]
        alike: dict[str, list[Pattern]] = defaultdict(list)
        for intent, wording in wordings:
            pattern = compiled(intent, wording, kinds, tail=_LAST)
            for first in {begin[0] for begin in _begins(wording)}:
                alike[first].append(pattern)
        self._alike = {first: _Alike(patterns) for first, patterns in alike.items()}
        self._firsts = frozenset(alike) | {old for char in alike for old in _OLD_FORMS.get(char, "")}
        self.glance = _Glance(self._may_begin)
        begun = {begin for _, wording in wordings for begin in _begins(wording)}
        self._matches: dict[str, Match] = {}
        self._pairs = frozenset(begin for begin in begun if len(begin) == 2)
        # After these anything may come: the wording ends there, or a slot follows.
        self._open = frozenset(begin for begin in begun if len(begin) == 1) | {"一", "谢"}

    def quick(self, text: str) -> bool:
        """Whether an unaddressed message is one of the wordings; one look at how it begins for nearly all."""
        return self.glance[text[:2]] and self.match(text) is not None

    def match(self, text: str) -> Match | None:
        """The command that a whole unaddressed message is."""
        known = self._matches.get(text)
        if known is None and len(text) <= LONGEST and self.glance[text[:2]] and (known := self._found(text)):
            if len(self._matches) >= _KNOWN:
                self._matches.clear()
            self._matches[text] = known
        return known

    def _may_begin(self, pair: str) -> bool:
        """Whether some wording begins with these two characters; marks and emoji need a closer look."""
        first = pair[:1]
        if first in self._firsts:
            return self._may_go_on(pair)
        return bool(first) and not ("\u4e00" <= first <= "\u9fff" or (first.isascii() and first.isalnum()))

    def _may_go_on(self, pair: str) -> bool:
        """Whether some wording begins with these two characters, or with the first and something to set aside."""
        folded = simplified(half_width(pair))
        first, second = folded[:1], folded[1:]
        return first in self._open or folded in self._pairs or second in "一谢" or not second.isalpha()

    def _after_marks(self, text: str) -> bool:
        """The closer look at a message that begins with a space, a mark or an emoji, as chatter often does."""
        first = next((char for char in text if _is_word(char)), "")
        return first in self._firsts or half_width(first) in self._firsts

    def _found(self, text: str) -> Match | None:
        """The same, worked out."""
        if text[0] not in self._firsts and not self._after_marks(text):
            return None
        text = clean(text)
        words, places = _squeezed(half_width(text))
        folded = simplified(words)
        if any(aside in folded for aside in _ASIDE):
            folded, places = _without_asides(folded, list(places))
        alike = self._alike.get(folded[:1])
        return alike.match(folded, "".join(text[at] for at in places)) if alike and alike.may_be(folded) else None
