"""A subject's rating as it holds: grades that need two people's word are looked up in the book."""

from collections.abc import Iterable

from domain.grading import GradeOf
from domain.ledger import Entry
from domain.period import civil
from domain.query import Book
from domain.rating import Rating, rate
from domain.request import Request


async def rated(request: Request, book: Book, subject: int, year: Iterable[Entry], more: int = 0) -> Rating:
    """The rating today by the year's entries; ``more`` points may be imagined."""
    today, found = civil(request.now), tuple(year)
    rating = rate(found, today, request.rules, more)
    if rating.by_points.key not in request.rules.ratings.grade_rules.downgrade_confirm_grades:
        return rating
    kept = await book.answer(GradeOf(subject))
    return rate(found, today, request.rules, more, kept.grade if kept else "")
