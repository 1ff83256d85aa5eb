"""From the first day of the publicity: the list stands in public, with the names of those who agreed."""

from collections.abc import Sequence

from domain.awards import season
from domain.awards.nomination import CHOSEN, NOT_CHOSEN, PUBLIC, SHORTLISTED, ended, moved
from domain.awards.wording import not_chosen, publicity
from domain.calendar import Due, Job, Post
from domain.matters.matter import Step
from domain.query import Book
from scheduler.awards import WINDOW, lines, nominations, to_groups, told, until, year_of


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    year, since = year_of(due), int(due.at.timestamp() * 1000)
    found = await nominations(book, year, SHORTLISTED, CHOSEN, PUBLIC)
    listed = [one for one in found if one.matter.state != SHORTLISTED]
    posts = [
        Post(one.matter.code, (moved(one, PUBLIC, Step("published"), public_at=since, asked=""),), (one.matter.watch,))
        for one in listed
        if one.matter.state == CHOSEN
    ]
    for one in found:
        if one.matter.state == SHORTLISTED:
            effects = (ended(one, NOT_CHOSEN, Step("not_chosen")), told(one, not_chosen(one.matter.line)))
            posts.append(Post(one.matter.code, effects, (one.matter.watch,)))
    if listed:
        words = publicity(year, await lines(book, listed, due.rules.awards.awards), until(due))
        posts += await to_groups(book, words)
    return posts


job = Job(
    "awards_publicity",
    season.showing,
    "year",
    WINDOW,
    _plan,
    title="评优公示",
)
