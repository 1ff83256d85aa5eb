"""How a command declares itself: its words, its slots, who may use it and where it is answered."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from domain.decision import Decision
from domain.query import Book
from domain.request import Request
from domain.roles import BOUND, Role

Slots = Mapping[str, Any]


class Where(Enum):
    """Where a command is answered (product.md section 2, rules a and b)."""

    HERE = "here"  # answered where it was said
    PRIVATELY = "privately"  # in a group: "已私信您", the answer goes to the private chat
    PRIVATE_ONLY = "private_only"  # in a group: the same neutral sentence for every such matter
    STAFF = "staff"  # privately or in the staff's own group; in a residents' group as PRIVATE_ONLY


@dataclass(frozen=True, slots=True)
class Words:
    """What people type for one command; the understanding engine compiles it once, order has no meaning.

    A pattern is a regular expression over the folded message (half-width, simplified, spaces kept) that must
    match it whole, apart from courtesy before and particles after. In it ``{slot:kind}`` cuts a slot of one of
    the engine's kinds (``{period}`` is short for ``{period:period}``), ``<word>`` is a class of the lexicon with
    its dialect forms, ``~`` is any separators, ``…`` is up to a dozen characters of anything. The pattern that
    leaves the fewest characters to gaps and free text wins.
    """

    plain: tuple[str, ...] = ()
    """Whole messages that count even unaddressed in a group; only slots of closed kinds, no gaps."""
    names: tuple[str, ...] = ()
    """Command words: topics of 帮助, "您是不是想" choices, and what a typo in an addressed message is mended to."""
    phrases: tuple[str, ...] = ()
    """Wordings of an addressed message."""
    hints: tuple[str, ...] = ()
    """Where no wording fits a short addressed message: words that stand in it in any order, joined by ``&``; one
    with ``!`` before it must not."""
    nearly: tuple[str, ...] = ()
    """Whole addressed messages that lack something: nothing is done, and the sender is shown how it is written."""
    whole: bool = False
    """True where one clause of a longer complaint is not meant as this command."""
    quoted: str = ""
    """The kind of code that a quoted card of the bot may stand in with, where the reply itself has none."""
    replies: tuple[str, str] = ("", "")
    """How a card begins that free words quoting it are for this command, and the slot that they go to."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: a file in ``handlers/`` holds exactly one, named ``command``."""

    intent: str
    title: str
    """What people call it, in Chinese, as the help and the "您是不是想" choices show it."""
    words: Words
    who: frozenset[Role] = BOUND
    strangers: str = ""
    """What whoever is not bound reads instead of how to bind."""
    where: Where = Where.HERE
    writes: bool = False
    """True where the command may change the book; only such commands are asked again when repeated or stale."""
    asks_anyway: bool = False
    takes_photo: bool = False
    """True where a picture in the same message belongs to the command."""
    longest: int = 500
    """So many characters a slot or a free answer may have; what is longer is refused before anything is done."""
    confidential: bool = False
    """True where nothing may be kept that leads to the sender: no time finer than the day, no fingerprint, its open
    questions in memory only, its answers sealed in the outbox."""
    handle: Callable[[Request, Book], Awaitable[Decision]] | None = None
    """None: understood, but not open yet; people are told so."""
    examples: Mapping[str, Slots] = field(default_factory=dict)
    """Addressed messages and what they must be read as; the engine's tests play them all."""
