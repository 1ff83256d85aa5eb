"""When a message that names a command must not carry it out: it asks, takes back or thinks better of it."""

from typing import Final

from bot.understanding.folding import fold
from bot.understanding.grammar import Match
from bot.understanding.small_talk import asks_if_so, asks_whether, is_about_itself, takes_back, thinks_better
from domain.command import Command

ANSWERS: Final = frozenset({"verdict", "ballot"})
"""Intents whose words also stand in other sentences."""
NAMED: Final = frozenset({"subject", "item", "ref", "rows", "code", "receipt", "team", "pledge"})
"""What a command that stands by itself names."""
OWN_WORDS: Final = frozenset({"content", "text", "question", "reason", "title", "plan"})
"""Slots that hold what the sender says in words of his own."""
_ABOUT_ITSELF = ("content", "text", "reason", "title", "item", "topic")
_WORDS_OF_ONES_OWN = 4
"""So long is a text that stands for itself, whatever it ends in."""
_BACKING_OUT = frozenset(
    {"activity_leave", "team_leave", "unbind", "tips_mute", "pledge_withdraw", "publicity_withdraw"}
)
"""Intents that give something up, so that 算了 at the end only says it once more."""


def corrects(match: Match, folded: str, quote: str | None) -> bool:
    """Whether a bare verdict or vote corrects an earlier one: it must not decide whatever else waits."""
    named = quote is not None or match.slots.keys() & NAMED
    return match.intent in ANSWERS and not named and takes_back(folded)


def thought_better(match: Match, folded: str) -> bool:
    """Whether the message takes itself back at its end: 报名 12，算了; not where backing out is what it does."""
    return match.intent not in _BACKING_OUT and not match.slots.keys() & OWN_WORDS and thinks_better(folded)


def only_asks(match: Match, folded: str, command: Command) -> bool:
    """Whether a message that names a command asks about it, so that nothing may be done: 报名 12 了没."""
    if not command.writes:
        return False
    if match.intent in ANSWERS:
        return asks_if_so(folded)
    own = {name: fold(str(match.slots[name])) for name in (*_ABOUT_ITSELF, *OWN_WORDS) if name in match.slots}
    if any(is_about_itself(words) for name, words in own.items() if name in _ABOUT_ITSELF):
        return True
    return asks_whether(folded) and max(map(len, own.values()), default=0) < _WORDS_OF_ONES_OWN
