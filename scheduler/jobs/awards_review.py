"""On the day of the review: reviewers hear what is still to be scored."""

from collections.abc import Sequence
from datetime import timedelta

from domain.awards import season
from domain.awards.nomination import CHOSEN, SHORTLISTED
from domain.awards.scoring import LEAST_REVIEWERS
from domain.awards.wording import review_due
from domain.calendar import Due, Job, Post
from domain.query import Book
from scheduler.awards import nominations, to_reviewers, year_of


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    publicity = season.written(season.publicity_day(due.rules.awards.process))
    found = await nominations(book, year_of(due), SHORTLISTED, CHOSEN)
    unscored = sum(1 for one in found if len(one.scores) < LEAST_REVIEWERS)
    listed = sum(1 for one in found if one.matter.state == CHOSEN)
    return await to_reviewers(book, review_due(unscored, listed, publicity)) if found else ()


job = Job(
    "awards_review",
    season.reviewing,
    "year",
    timedelta(days=5),
    _plan,
    title="评优评审",
)
