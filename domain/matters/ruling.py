"""How matters are decided: each sort's ruling is a file in ``handlers/``, and one command serves them all."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from domain.matters.matter import Matter

if TYPE_CHECKING:
    from domain.decision import Decision
    from domain.query import Book
    from domain.request import Request

REPLY = "reply"
"""The intent of free words that quote a card, and of the answer to a question about a matter that was brought."""

Outcome = Literal["confirmed", "rejected", "unclear"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody replied to a matter."""

    outcome: Outcome
    note: str = ""


Decide = Callable[["Request", "Book", Matter, Verdict], Awaitable["Decision"]]
Reply = Callable[["Request", "Book", Matter, str], Awaitable["Decision | None"]]
Find = Callable[["Request", "Book", str], Awaitable[Matter | None]]
Waiting = Callable[["Request", "Book"], Awaitable[tuple[Matter, ...]]]
Finish = Callable[["Request", "Book", Matter, str], Awaitable["Decision"]]


@dataclass(frozen=True, slots=True)
class Ruling:
    """How matters of one sort are decided; a file in ``handlers/`` holds one, named ``ruling``.

    ``decide`` is called only for whoever the matter waits for and who is not concerned. A sort that is kept
    elsewhere than among the matters says how to ``find`` one by a code of its ``letter`` and which are ``waiting``
    for the sender; both must give only what the sender may decide. ``finish`` takes the report that claimed work is
    done, with the id of its photo. A sort that takes free words has a ``reply``: it gets what anybody wrote who quoted
    its card privately, closed matters too, and makes sure itself whose turn it is; None is for whoever it is not for,
    who learns nothing.
    """

    sort: str
    decide: Decide
    letter: str = ""
    find: Find | None = None
    waiting: Waiting | None = None
    finish: Finish | None = None
    reply: Reply | None = None
