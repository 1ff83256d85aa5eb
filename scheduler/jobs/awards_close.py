"""On the last day of nominations: groups hear that nominations end today."""

from collections.abc import Sequence
from datetime import timedelta

from domain.awards import season
from domain.awards.wording import closing
from domain.calendar import Due, Job, Post
from domain.query import Book
from scheduler.awards import to_groups, year_of


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    return await to_groups(book, closing(year_of(due), due.rules.awards.process))


# "Today" is no longer true tomorrow, so this one is not caught up with.
job = Job(
    "awards_close",
    season.closing,
    "year",
    timedelta(hours=12),
    _plan,
    title="提名截止",
)
