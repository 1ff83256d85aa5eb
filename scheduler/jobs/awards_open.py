"""On the first day of nominations: groups hear which awards there are and how to nominate."""

from collections.abc import Sequence

from domain.awards import season
from domain.awards.wording import opening
from domain.calendar import Due, Job, Post
from domain.query import Book
from scheduler.awards import WINDOW, to_groups, year_of


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    awards = due.rules.awards
    return await to_groups(book, opening(year_of(due), awards.process, awards.awards))


job = Job(
    "awards_open",
    season.opening,
    "year",
    WINDOW,
    _plan,
    title="评优开始",
)
