"""On the twenty-second of December: reviewers hear what is still to be scored."""

from collections.abc import Sequence
from datetime import timedelta

from domain.awards.nomination import CHOSEN, SHORTLISTED
from domain.awards.scoring import LEAST_REVIEWERS
from domain.awards.wording import review_due
from domain.calendar import Cron, Due, Job, Post
from domain.query import Book
from scheduler.awards import nominations, to_reviewers, year_of

PUBLICITY = "12月28日"


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    found = await nominations(book, year_of(due), SHORTLISTED, CHOSEN)
    unscored = sum(1 for one in found if len(one.scores) < LEAST_REVIEWERS)
    listed = sum(1 for one in found if one.matter.state == CHOSEN)
    return await to_reviewers(book, review_due(unscored, listed, PUBLICITY)) if found else ()


job = Job(
    "awards_review",
    Cron(hour=10, minute=0, day=22, month=12),
    "year",
    timedelta(days=5),
    _plan,
    title="评优评审",
)
