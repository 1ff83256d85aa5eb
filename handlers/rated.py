"""A subject's rating as it holds: grades that need two people's word are looked up in the book."""

from collections.abc import Callable, Iterable
from functools import partial

from domain.grading import GradeOf
from domain.ledger import Entry
from domain.period import civil
from domain.query import Book
from domain.rating import Rating, rate
from domain.request import Request
from domain.rules.rulebook import Rulebook


async def rated(request: Request, book: Book, subject: int, year: Iterable[Entry], more: int = 0) -> Rating:
    """The rating today by the year's entries; ``more`` points may be imagined."""
    imagined = partial(rate, tuple(year), civil(request.now), request.rules, more)
    return await as_confirmed(imagined, book, subject, request.rules)


async def as_confirmed(rating: Callable[[str], Rating], book: Book, subject: int, rules: Rulebook) -> Rating:
    """The rating with the grade that two people confirmed, where its own would need their word."""
    found = rating("")
    if found.by_points.key not in rules.ratings.grade_rules.downgrade_confirm_grades:
        return found
    kept = await book.answer(GradeOf(subject))
    return rating(kept.grade if kept else "")
