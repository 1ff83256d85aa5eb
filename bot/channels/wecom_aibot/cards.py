"""Cards with buttons: shown where all of the text fits into one; the button itself carries what it answers."""

from typing import Any, Final

from bot.channels.wecom_text import plain
from domain.decision import Card

_TITLE, _LABEL, _BODY, _BUTTONS, _KEY = 26, 10, 112, 6, 1000
_BETWEEN: Final = "\n"


def template(card: Card, text: str, number: str) -> dict[str, Any] | None:
    """The platform's card of the same content, or None where it has no room for all of it."""
    words = tuple(dict.fromkeys(_word(action) for action in card.actions))
    body = _BETWEEN.join(_around(card, text))
    too_long = len(card.title) > _TITLE or len(body) > _BODY or any(len(word) > _LABEL for word in words)
    if not 0 < len(words) <= _BUTTONS or too_long:
        return None
    return {
        "card_type": "button_interaction",
        "main_title": {"title": card.title},
        "sub_title_text": body,
        "button_list": [
            {"text": word, "style": 1 if place == 0 else 2, "key": _key(word, text)} for place, word in enumerate(words)
        ],
        "task_id": number,
    }


def read(key: str) -> tuple[str, str]:
    """The word of a pressed button, and the text that it answers."""
    word, _, quoted = key.partition(_BETWEEN)
    return word, quoted


def _around(card: Card, text: str) -> tuple[str, ...]:
    """All of the text but the title, which stands above it."""
    return tuple(plain(line, _KEY) for line in text.split(_BETWEEN) if line and line != card.title)


def _word(action: str) -> str:
    """What one sends for an action: ``不属实 原因`` starts with its word, ``1 属实`` with a number before it."""
    parts = action.split()
    return " ".join(parts[: 2 if parts and parts[0].isdigit() else 1])


def _key(word: str, text: str) -> str:
    # The platform gives the key back as it is, so a press is understood after a restart as well.
    return f"{word}{_BETWEEN}{text}".encode()[:_KEY].decode(errors="ignore")
