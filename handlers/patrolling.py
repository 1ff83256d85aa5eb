"""Whether a staff member is on a patrol now; shared by 巡查 and 扣分."""

from domain.matters.matter import Matter, OpenMatters
from domain.query import Book
from domain.rounds import PATROL


async def patrol_of(book: Book, person: int) -> Matter | None:
    """The patrol that somebody began and did not end yet."""
    found = await book.answer(OpenMatters(sort=PATROL))
    return next((one for one in reversed(found) if one.facts["person"] == person), None)
