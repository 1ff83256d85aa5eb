"""Months and boards wait while there is no secretary or no supervisor (product.md 1.5)."""

from domain.members import OnDuty
from domain.query import Book
from domain.refusal import Refusal
from domain.roles import Role
from handlers.balloting_wording import waits_for

_BOTH: tuple[Role, ...] = ("secretary", "supervisor")


async def must_be_staffed(book: Book) -> None:
    """Refuse a vote while one of the two offices is empty: what the others agree on could not stand."""
    missing = [role for role in _BOTH if not await book.answer(OnDuty(role))]
    if missing:
        raise Refusal(waits_for(missing))
