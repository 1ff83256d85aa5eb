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

    def quick(self, text: str) -> bool:
        """Whether an unaddressed message is one of the wordings; one look at its first character for nearly all."""
        if not text or len(text) > LONGEST:
            return False
        first = text[0]
        if first in self._firsts:
            return self.match(text) is not None
        if "\u4e00" <= first <= "\u9fff" or (first.isascii() and first.isalnum()):
            return False
        return self._after_marks(text) and self.match(text) is not None

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
