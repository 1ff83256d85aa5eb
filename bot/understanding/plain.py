"""The few whole messages that are commands although nobody called the bot."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.understanding.folding import half_width, simplified
from bot.understanding.grammar import Match, Pattern, compiled
from bot.understanding.kinds import Kind
from domain.command import Command
from domain.text import clean

LONGEST = 60
_OLD_FORMS = {"帮": "幫", "积": "積", "负": "負", "签": "簽籤", "兑": "兌", "红": "紅", "报": "報", "这": "這"}
_ASIDE = re.compile("一下|谢谢")
_LAST = "(?:的|吧|啊|嘛|呢|噶|咯|哈)*"
_KEPT = "+➕"
_KNOWN = 512
_FLAGS = re.IGNORECASE | re.DOTALL
_SLOT_FIRSTS = {"{period}": "本这上今去当", "{color}": "红黑", "{topic:negative}": "负"}


@lru_cache(maxsize=4096)
def _is_word(char: str) -> bool:
    """Whether a character says something: a letter, a digit, or a plus."""
    return char in _KEPT or (unicodedata.category(char)[0] in "LNM" and char != "\ufe0f")


def _squeezed(text: str) -> tuple[str, list[int]]:
    """The characters that say something, and where they stood; a mark between two digits stays."""
    if text.isalnum():
        return text, list(range(len(text)))
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


def _nameless(regex: re.Pattern[str]) -> str:
    """The same expression without names, so that many may stand in one."""
    return re.sub(r"\(\?P<\w+>", "(?:", regex.pattern)


def _firsts(wording: str) -> str:
    """The characters a plain wording may begin with."""
    if wording.startswith("{"):
        return _SLOT_FIRSTS[wording[: wording.index("}") + 1]]
    if wording[0] in "(<…~[":
        raise ValueError(f"the plain wording {wording!r} must begin with a word or {{period}}")
    return wording[0]


def _second(wording: str) -> str:
    """The character after the first, or none where a slot stands there."""
    return "" if wording.startswith("{") or not wording[1:2].isalpha() else wording[1]


class PlainCommands:
    """All plain wordings of all commands, and a first glance that sends chatter away."""

    def __init__(self, commands: Sequence[Command], kinds: Mapping[str, Kind]) -> None:
        self._patterns: tuple[Pattern, ...] = tuple(
            compiled(command.intent, wording, kinds, tail=_LAST)
            for command in commands
            for wording in command.words.plain
        )
        wordings = [wording for command in commands for wording in command.words.plain]
        firsts = {char for wording in wordings for char in _firsts(wording)}
        self._firsts = frozenset(firsts | {old for char in firsts for old in _OLD_FORMS.get(char, "")})
        self._any = re.compile("|".join(f"(?:{_nameless(one.regex)})" for one in self._patterns), _FLAGS)
        self._matches: dict[str, Match] = {}
        begun = {(first, _second(wording)) for wording in wordings for first in _firsts(wording)}
        self._pairs = frozenset(first + second for first, second in begun if second)
        # After these anything may come: the wording ends there, or a slot follows.
        self._open = frozenset(first for first, second in begun if not second) | {"一", "谢"}
        self._may_begin = lru_cache(maxsize=4096)(self._worth_matching)

    def quick(self, text: str) -> bool:
        """Whether an unaddressed message is one of the wordings; one look at its first character for nearly all."""
        first = text[:1]
        if first in self._firsts:
            return self._may_begin(text[:2]) and len(text) <= LONGEST and self.match(text) is not None
        if "\u4e00" <= first <= "\u9fff" or not first or (first.isascii() and first.isalnum()):
            return False
        return len(text) <= LONGEST and self._after_marks(text) and self.match(text) is not None

    def _worth_matching(self, pair: str) -> bool:
        """Whether some wording begins with these two characters, or with the first and something to set aside."""
        folded = simplified(half_width(pair))
        first, second = folded[:1], folded[1:]
        return first in self._open or folded in self._pairs or second in "一谢" or not second.isalpha()

    def _after_marks(self, text: str) -> bool:
        """The same for a message that begins with a space, a mark or an emoji."""
        first = next((char for char in text if _is_word(char)), "")
        return first in self._firsts or half_width(first) in self._firsts

    def match(self, text: str) -> Match | None:
        """The command that a whole unaddressed message is."""
        known = self._matches.get(text)
        if known is None and (known := self._found(text)):
            if len(self._matches) >= _KNOWN:
                self._matches.clear()
            self._matches[text] = known
        return known

    def _found(self, text: str) -> Match | None:
        """The same, worked out."""
        text = clean(text)
        words, places = _squeezed(half_width(text))
        folded = simplified(words)
        for part in reversed(list(_ASIDE.finditer(folded))):
            folded = folded[: part.start()] + folded[part.end() :]
            del places[part.start() : part.end()]
        if not self._any.fullmatch(folded):
            return None
        raw = "".join(text[at] for at in places)
        found = [match for pattern in self._patterns if (match := pattern.match(folded, raw))]
        return max(found, key=lambda match: match.weight, default=None)
