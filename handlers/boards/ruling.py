"""How boards are decided where somebody answers one as any other matter, and for whom one waits."""

from domain.boards.states import SORT, Kept
from domain.findings.settling import management, votes
from domain.matters.matter import Matter, MatterAt, OpenMatters
from domain.matters.ruling import Ruling
from domain.matters.standing_by import concerned
from domain.query import Book
from domain.request import Request
from handlers.boards.voting import vote


async def waiting(request: Request, book: Book) -> tuple[Matter, ...]:
    """The boards that the sender, a member of the management group whom they do not concern, has not voted on."""
    seats = management(request.sender.duties)
    if not seats:
        return ()
    found = [await book.answer(MatterAt(one.code)) for one in await book.answer(OpenMatters(sort=SORT))]
    return tuple(one for one in found if one and _waits(request, Kept(one)))


def _waits(request: Request, kept: Kept) -> bool:
    seat = management(request.sender.duties)[0]
    undecided = kept.edition != "full" and not kept.approved
    voted = seat.person in votes(kept.voting)
    return undecided and not voted and not concerned(request.sender, seat, kept.draft.concerns)


async def find(request: Request, book: Book, code: str) -> Matter | None:
    """A board that waits for the sender."""
    return next((one for one in await waiting(request, book) if one.code == code), None)


ruling = Ruling(SORT, vote, letter="B", find=find, waiting=waiting)
