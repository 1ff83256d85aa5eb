"""After the nominations: the first sieve; nominees read privately what is missing, reviewers how many stay."""

from collections.abc import Sequence

from domain.awards import season, wording
from domain.awards.nomination import (
    ASKED,
    HOUSEHOLD,
    NOT_FIT,
    SHORTLISTED,
    UNANSWERED,
    WILLING,
    Nomination,
    ended,
    moved,
)
from domain.awards.record import RecordOf
from domain.awards.scoring import proposed
from domain.awards.screening import Screening, screen
from domain.calendar import Due, Job, Post
from domain.matters.matter import Step
from domain.period import civil
from domain.query import Book
from domain.rules.awards import Award
from scheduler.awards import WINDOW, nominations, to_reviewers, told, year_of


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    posts, left = [], 0
    for one in await nominations(book, year_of(due), ASKED, WILLING, SHORTLISTED):
        if one.matter.state == SHORTLISTED:
            left += 1
            continue
        effects, passed = await _screened(due, book, one)
        posts.append(Post(one.matter.code, effects, (one.matter.watch,)))
        left += passed
    if left:
        posts += await to_reviewers(
            book, wording.to_score(left, season.written(due.rules.awards.process.review_meeting_by))
        )
    return posts


async def _screened(due: Due, book: Book, one: Nomination) -> tuple[tuple[object, ...], bool]:
    award, title = one.award_of(due.rules), one.matter.line
    if one.matter.state == ASKED or award is None:
        return (ended(one, UNANSWERED, Step("unanswered")), told(one, wording.unanswered(title))), False
    query = RecordOf(one.matter.subject, award.subject == HOUSEHOLD, one.year)
    found = screen(award, await book.answer(query), civil(due.at), due.rules)
    if not found.passed:
        words = wording.not_fit(title, found.missing, vetoed=found.vetoed)
        return (ended(one, NOT_FIT, Step("screened")), told(one, words)), False
    return (_through(one, award, found), told(one, wording.shortlisted(title))), True


def _through(one: Nomination, award: Award, found: Screening) -> object:
    return moved(one, SHORTLISTED, Step("screened"), known=list(proposed(award, found.facts)))


job = Job(
    "awards_screen",
    season.screening,
    "year",
    WINDOW,
    _plan,
    title="评优初筛",
)
