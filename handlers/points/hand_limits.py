"""How much one person may type by hand in a day (product.md section 3); confirmed cards and lists don't count."""

from datetime import date

from domain.members import Duty
from domain.query import Book
from domain.refusal import Refusal
from domain.standing import HandTally
from handlers.points import wording

ENTRIES_A_DAY = 60
POINTS_A_DAY = 200


async def check_hand(book: Book, duty: Duty, today: date, points: int) -> None:
    """Refuse what would go over the day's limits of a hand."""
    typed, moved = await book.answer(HandTally(duty.person, today.isoformat()))
    if typed >= ENTRIES_A_DAY or moved + points > POINTS_A_DAY:
        raise Refusal(wording.HAND_FULL)
