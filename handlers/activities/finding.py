"""Which activity a number means."""

from domain.activities.activity import Activity, ActivityAt
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.activities import wording

_LARGEST = 6


async def known(book: Book, said: str) -> Activity:
    """The activity of a number; refuses a number that does not exist, and what was cancelled."""
    number = wording.number_in(said)
    found = await book.answer(ActivityAt(int(number))) if 0 < len(number) <= _LARGEST else None
    if found is None:
        raise Refusal(wording.unknown(number or said))
    if found.state == "cancelled":
        raise Refusal(wording.was_cancelled(found))
    return found


async def coming(request: Request, book: Book, said: str) -> Activity:
    """The same, where it has not begun."""
    found = await known(book, said)
    if found.plan.starts_at <= request.at:
        raise Refusal(wording.begun(found) if found.plan.ends_at > request.at else wording.past(found))
    return found
