"""What staff write for others to read must not repeat what somebody told in confidence."""

from domain.query import Book
from domain.request import Request
from domain.tips.echoes import runs
from domain.tips.queries import TipEchoes

_WRITTEN = frozenset({"note", "reason", "question", "words", "text", "title", "place", "outcome"})
"""Slots and answers that others read as they were written."""


async def repeats_a_tip(request: Request, book: Book) -> bool:
    """True where free words of a recipient repeat twelve signs in a row of a tip that was handed to them."""
    persons = frozenset(duty.person for duty in request.sender.duties)
    said = {**request.answers, **request.reading.slots}
    written = "\n".join(str(said[name]) for name in sorted(said.keys() & _WRITTEN) if isinstance(said[name], str))
    return bool(persons and runs(written)) and await book.answer(TipEchoes(written, persons))
