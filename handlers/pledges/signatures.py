"""Which pledge somebody means, and which signatures of theirs hold."""

from domain.matters.matter import Matter, OpenMatters
from domain.members import Subject
from domain.pledges import SORT
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.rules.pledges import Pledge
from handlers.pledges import wording


def pledge_meant(request: Request, subject: Subject) -> Pledge:
    """The pledge of the subject's own kind; the word finds it even where another kind has one of that name."""
    said = str(request.slot("pledge"))
    found = request.rules.find_pledges(subject.kind, said).exact
    if found is None:
        raise Refusal(wording.unknown(said, request.rules.pledges_for(subject.kind)))
    return found


async def signatures(book: Book, subject: int) -> tuple[Matter, ...]:
    """The subject's signatures that hold."""
    return await book.answer(OpenMatters(sort=SORT, subject=subject))


async def signature_of(book: Book, subject: int, pledge: Pledge) -> Matter | None:
    """The subject's signature under one pledge, if it holds."""
    return next((one for one in await signatures(book, subject) if one.facts["pledge"] == pledge.code), None)
