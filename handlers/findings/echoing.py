"""A finding's note must not lead to whoever reported: neither by a time nor by a vantage point."""

from datetime import timedelta

from domain.period import civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.rules.negative import NegativeItem
from domain.tips.echoes import points_at_reporter
from domain.tips.queries import TipsHandedTo
from handlers.findings import wording

_JUST_CLOSED = timedelta(days=30)


async def check_note(request: Request, book: Book, note: str, item: NegativeItem) -> None:
    """Refuses a note that gives a reporter away to the subject, who reads it."""
    persons = frozenset(duty.person for duty in request.sender.duties)
    if not note or not persons:
        return
    word = points_at_reporter(note)
    if not word:
        return
    cases = await book.answer(TipsHandedTo(persons, civil(request.now) - _JUST_CLOSED))
    if any(case.topic == item.domain for case in cases):
        raise Refusal(wording.POINTS_AT.format(word=word))
