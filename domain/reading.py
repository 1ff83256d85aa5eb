"""What an utterance was understood as."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

NONE = "none"

Talk = Literal[
    "", "courtesy", "answer", "correction", "others", "voice", "waved", "undo", "unfinished", "emergency", "question"
]
"""What is no command: courtesy, an answer where nothing was asked, a correction of what was said before, a question
about somebody else's points, the placeholder of a recording, a command that takes itself back, the wish to undo what
was said before, a command that lacks something, an emergency, or some other question."""


@dataclass(slots=True)
class Reading:
    """An intent with its slots, or ``none`` with what the sender may have meant.

    One is made for every command; the type checker freezes it.
    """

    intent: Final[str] = NONE
    slots: Final[Mapping[str, Any]] = field(default_factory=dict)
    suggestions: Final[tuple[str, ...]] = ()
    """Titles of at most three commands for "您是不是想…"."""
    who_reported: Final[bool] = False
    """True where somebody wants to know who reported: never answered but by one fixed sentence."""
    oddities: Final[tuple[str, ...]] = ()
    """Number-like words that are no plain number (5.5, -3, 1e3): a command about points refuses over them."""
    talk: Final[Talk] = ""
    """What a message without a command is instead."""
    several: Final[bool] = False
    """True where the message holds several commands, and one of them writes; one message does one thing."""
    unanswered: Final[tuple[str, ...]] = ()
    """Further questions of the same message, in the sender's words: only the first is answered."""
