"""Mentions and quotes, which WeChat carries inside the text itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

MENTION_END = "\u2005"
"""The space that WeChat puts behind an @name."""
_RULE = "- - - - - - - - - - - - - - -"
_RULE_LINE = re.compile(r"\n[ \t]*(?:-[ \t]+){5,}-[ \t]*(?:\r?\n|$)")
_CARD = re.compile(r"\s*「(?P<inside>.*)」\s*", re.DOTALL)
_EVERYONE = re.compile(r"@(?:所有人|全体成员|all)(?=[\s\u2005]|$)", re.IGNORECASE)
_TYPED_MENTION = re.compile(rf"@[^@{MENTION_END}\n]{{1,40}}{MENTION_END}")
_ANYONE = re.compile(r"(?<![A-Za-z0-9._%+-])@[^\s@\u2005]+")


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quoted part of a reply: whose words, which words."""

    name: str
    text: str


def split_quote(text: str) -> tuple[Quoted | None, str]:
    """Takes a quoting reply apart at the last rule line, since quotes nest; other text stays as it is."""
    rules = list(_RULE_LINE.finditer(text))
    for rule in reversed(rules):
        card = _CARD.fullmatch(text[: rule.start()])
        if card:
            name, colon, words = card["inside"].partition("：")
            quoted = Quoted(name.strip(), words.strip()) if colon else Quoted("", card["inside"].strip())
            return quoted, text[rule.end() :].strip()
    return None, text


def join_quote(quoted: Quoted, reply: str) -> str:
    """Writes a reply in WeChat's quoted form."""
    head = f"{quoted.name}：" if quoted.name else ""
    return f"「{head}{quoted.text}」\n{_RULE}\n{reply}"


def names_everyone(text: str) -> bool:
    """Whether the text calls the whole room, which is no call to any one member."""
    return _EVERYONE.search(text) is not None


def names_one_of(text: str, names: Sequence[str]) -> bool:
    """Whether the text calls somebody by one of these names."""
    pattern = _mention_of(names)
    return pattern is not None and pattern.search(text) is not None


def without(text: str, names: Sequence[str]) -> str:
    """The text without the mentions of these names."""
    pattern = _mention_of(names)
    return pattern.sub("", text).strip() if pattern else text


def without_any(text: str) -> str:
    """The text without the mentions that WeChat itself has written into it."""
    return _TYPED_MENTION.sub("", text).strip()


def names_anyone(text: str) -> bool:
    """Whether the text calls anybody at all."""
    return _ANYONE.search(text) is not None


def with_mentions(text: str, names: Sequence[str]) -> str:
    """The text with every name called in front, but for those it calls already."""
    missing = [name for name in names if f"@{name}{MENTION_END}" not in text]
    return "".join(f"@{name}{MENTION_END}" for name in missing) + text


def _mention_of(names: Sequence[str]) -> re.Pattern[str] | None:
    # The longest first, so that a name which begins with another one is not cut in two.
    known = sorted({name for name in names if name}, key=len, reverse=True)
    if not known:
        return None
    return re.compile(rf"@(?:{'|'.join(map(re.escape, known))})(?:[\s{MENTION_END}]+|$)")
