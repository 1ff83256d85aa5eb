"""Nobody posts to the residents' groups by hand while publishing is paused (product.md 11.4)."""

from domain.calendar import PUBLISHING, PausedJobs
from domain.query import Book
from domain.refusal import Refusal
from handlers.holding_wording import PAUSED


async def must_not_be_held(book: Book) -> None:
    """Refuse a post to the groups while somebody holds them all back."""
    if PUBLISHING in await book.answer(PausedJobs()):
        raise Refusal(PAUSED)
