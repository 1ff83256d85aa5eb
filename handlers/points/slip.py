"""积分告知单: a month's figures in large print for somebody without a phone."""

from datetime import datetime
from functools import partial

from domain.documents import NoticeSheet
from domain.members import Subject
from domain.period import civil, month_title, span
from domain.query import Book
from domain.rating import rate, window_start
from domain.rules.rulebook import Rulebook
from domain.standing import PointsOf
from handlers.points import slip_wording as wording
from handlers.rated import as_confirmed


async def slip_of(book: Book, rules: Rulebook, subject: Subject, now: datetime, phone: str) -> NoticeSheet:
    """What 积分 would answer, a figure to a row; whoever draws it adds the community's name."""
    today = civil(now)
    month, window = span("this_month", today), window_start(today).isoformat()
    since = month.since.isoformat()
    standing, entries = await book.answer(PointsOf(subject.id, min(window, since)))
    year = [one for one in entries if one.occurred_on >= window]
    rating = await as_confirmed(partial(rate, year, today, rules, 0), book, subject.id, rules)
    moved = [one.amount for one in entries if one.account == "credit" and one.occurred_on >= since]
    return NoticeSheet(
        community="",
        name=subject.name,
        period=month_title(since[:7]),
        lines=(
            (wording.CREDIT, wording.points(rating.score)),
            (wording.GRADE, rating.grade.word),
            wording.month(sum(n for n in moved if n > 0), -sum(n for n in moved if n < 0)),
            (wording.SPENDABLE, wording.points(standing.spendable)),
        ),
        day=wording.day(today),
        phone=phone,
    )
