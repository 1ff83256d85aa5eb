"""From the day of the announcement: whoever stood in public for the whole time without an open objection is awarded."""

from collections.abc import Sequence
from datetime import timedelta

from domain.awards import season, wording
from domain.awards.certificates import issued, papers
from domain.awards.nomination import AWARDED, PUBLIC, Nomination, ended
from domain.calendar import Due, Job, Post
from domain.matters.matter import Step
from domain.members import SubjectAt
from domain.period import civil
from domain.query import Book
from scheduler.awards import lines, nominations, to_groups, told, year_of


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    year, posts, given = year_of(due), [], []
    for one in await nominations(book, year, PUBLIC):
        effects = await _awarded(due, book, one)
        if effects:
            given.append(one)
            posts.append(Post(one.matter.code, effects, (one.matter.watch,)))
    if not given:
        return ()
    words = wording.announcement(year, await lines(book, given, due.rules.awards.awards))
    # Groups stand first: after a crash halfway the rest is known by its state, the whole list is not.
    return [*await to_groups(book, words), *posts]


async def _awarded(due: Due, book: Book, one: Nomination) -> tuple[object, ...]:
    """The certificate, twice; nothing while an objection is open or the time of publicity runs."""
    award, subject = one.award_of(due.rules), await book.answer(SubjectAt(one.matter.subject))
    over = season.publicity_over(due.rules.awards.process, int(one.matter.facts["public_at"]), due.at)
    if award is None or subject is None or one.objections or not over:
        return ()
    day = civil(due.at)
    certificate = issued(one, award, subject, f"{day.year} 年 {day.month} 月 {day.day} 日")
    picture, printed = papers(certificate, subject, int(due.at.timestamp() * 1000))
    words = wording.awarded(one.year, award.title, str(certificate.code))
    return (
        ended(one, AWARDED, Step("awarded")),
        certificate,
        picture,
        printed,
        told(one, words, picture.id),
        told(one, wording.PRINTED.format(number=certificate.code), printed.id),
    )


job = Job(
    "awards_announce",
    season.announcing,
    "day",
    timedelta(days=14),
    _plan,
    coalesce=True,
    title="评优公布",
)
