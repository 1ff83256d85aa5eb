"""One reply instead of many, where people have to write first and their platform counts the replies."""

from datetime import datetime, time
from typing import Final

from domain.channel import Talk
from domain.findings.timing import milliseconds
from domain.outbox import HeldFor, Owed, Route
from domain.period import SHANGHAI
from domain.query import Book
from scheduler.composing import Content

_PATIENCE_MS: Final = 10_000
"""How long older messages leave the first word to the answer that is being made."""
_MOST: Final = 20
BETWEEN: Final = "\n\n"


async def digest(book: Book, owed: Owed, route: Route, talk: Talk, now: int) -> tuple[Owed, ...]:
    """What goes out next: the newest words' answer first, then older answers, then the rest; empty means wait."""
    held, since = await book.answer(HeldFor(route, now)), talk.written_at
    if all(one.id != owed.id for one in held):
        # A sealed one knows no more of its moment than the day, so the answer of today is not yet late.
        held, since = (owed,), _begun(talk.written_at)
    ordered = sorted(held, key=lambda one: (one.created_at < since, one.urgency, one.id))
    is_late = ordered[0].created_at < since
    if is_late and not talk.answered and now - talk.heard_at < _PATIENCE_MS:
        return ()
    return tuple(ordered[:_MOST])


def _begun(at: int) -> int:
    """When the day of a moment began."""
    return milliseconds(datetime.combine(datetime.fromtimestamp(at / 1000, SHANGHAI), time(), SHANGHAI))


def fitting(together: tuple[Owed, ...], most: int | None) -> tuple[Owed, ...]:
    """As many of them, from the first on, as one message takes; at least the first."""
    if most is None:
        return together
    room, count = most, 0
    for one in together:
        room -= len((Content(one.text, one.card).words + BETWEEN).encode())
        if room < 0:
            break
        count += 1
    return together[: max(1, count)]
