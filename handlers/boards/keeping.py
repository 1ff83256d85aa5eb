"""Boards as the commands of this folder find them, and who may vote on one."""

from datetime import timedelta

from domain.boards.material import material_of
from domain.boards.quarter import Quarter, last_ended, quarter_at
from domain.boards.states import SORT, Kept
from domain.boards.telling import Today
from domain.findings.settling import management
from domain.matters.matter import MatterAt, MattersSince
from domain.members import Duty, OnDuty
from domain.period import civil, span
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.boards import wording

_SHOWN_FOR = timedelta(days=800)


def quarter_meant(request: Request) -> Quarter:
    """The quarter that was said by code or name, else the one that ended last."""
    code = str(request.slot("ref") or "")
    if code:
        found = quarter_at(code)
        if found is None:
            raise Refusal(wording.unknown(code))
        return found
    if request.slot("period") == "this_quarter":
        first = span("this_quarter", civil(request.now)).since
        return Quarter(first.year, (first.month + 2) // 3)
    return last_ended(civil(request.now))


async def kept_board(book: Book, quarter: Quarter) -> Kept | None:
    """A quarter's board with its steps, or None where none was drafted."""
    found = await book.answer(MatterAt(quarter.code))
    return Kept(found) if found and found.sort == SORT else None


async def newest(book: Book, request: Request) -> Kept | None:
    """The newest board that was ever published."""
    since = int((request.now - _SHOWN_FOR).timestamp() * 1000)
    found = [Kept(one) for one in await book.answer(MattersSince(SORT, since))]
    return max((one for one in found if one.edition), key=lambda one: one.quarter, default=None)


async def today_of(request: Request, book: Book, quarter: Quarter) -> Today:
    """The present state of everything a board is drawn from."""
    return Today(request.now, request.rules, await book.answer(material_of(quarter, request.rules)))


def seat(request: Request) -> Duty:
    """The sender's place in the management group; refuses where there is none."""
    found = management(request.sender.duties)
    if not found:
        raise Refusal(wording.NOT_MG)
    return found[0]


async def voters(book: Book) -> tuple[Duty, ...]:
    """Everybody of the management group."""
    found: list[Duty] = []
    for role in ("supervisor", "secretary", "grid_worker"):
        found += management(await book.answer(OnDuty(role)))
    return tuple(found)
