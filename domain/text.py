"""Text from outside made safe to keep, and text for outside made safe to say (reliability.md, T11)."""

import re
import unicodedata

LONGEST = 4000
"""Characters of one message; a longer one is refused whole."""

_DROPPED = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
_KEPT = frozenset("\n\t")
_BLANK = frozenset("\u3164\uffa0\u115f\u1160\u2800")
_CALL_ALL = re.compile(r"[@＠](?=所有人|全体成员|all\b|everyone\b)", re.IGNORECASE)


def clean(text: str) -> str:
    """The text without control, format, private-use and tag characters, and without letters that show as nothing."""
    # Line feeds and tabs stay, but few messages have any.
    if (text.isprintable() or text.replace("\n", "").replace("\t", "").isprintable()) and _BLANK.isdisjoint(text):
        return text
    return "".join(c for c in text if c in _KEPT or (unicodedata.category(c) not in _DROPPED and c not in _BLANK))


def speakable(text: str) -> str:
    """The text as it may leave the bot: clean, and no words in it notify anybody."""
    return _CALL_ALL.sub("＠ ", clean(text).replace("<@", "< @"))
