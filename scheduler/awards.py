"""The yearly awards as the calendar finds them."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from domain.awards.nomination import SORT, Nomination, of_year, public_name
from domain.awards.season import begins, year_of_awards
from domain.awards.wording import names_line
from domain.calendar import Due, Post
from domain.decision import Card, Say, Target, Urgency
from domain.enrolment import GridsOf
from domain.matters.matter import MatterAt, MattersSince
from domain.members import Duty, Subject, SubjectAt
from domain.period import civil
from domain.query import Book
from domain.rules.awards import Award
from scheduler.boards import voters

WINDOW = timedelta(days=14)


def year_of(due: Due) -> int:
    """The year that a job's awards are about."""
    return year_of_awards(due.rules.awards.process, civil(due.at))


async def nominations(book: Book, year: int, *states: str) -> tuple[Nomination, ...]:
    """The open nominations of a year that are in one of these states, with their steps, by number."""
    found = of_year(await book.answer(MattersSince(SORT, begins(year))), year)
    open_ones = [one for one in found if one.matter.closed_at is None and one.matter.state in states]
    full = [await book.answer(MatterAt(one.matter.code)) for one in open_ones]
    return tuple(Nomination(one) for one in sorted((one for one in full if one), key=lambda one: one.number))


async def to_groups(book: Book, words: str) -> list[Post]:
    """The same words to every grid."""
    return [
        Post(f"grid:{one.code}", (Say(Target("grid", one.code), words, urgency=Urgency.PUBLIC),))
        for one in await book.answer(GridsOf())
    ]


async def to_reviewers(book: Book, card: Card) -> list[Post]:
    """The card to everybody who reviews."""
    people: dict[int, Duty] = {one.person: one for one in await voters(book)}
    return [Post(f"staff:{one}", (Say(Target("staff", str(one)), "", card, urgency=Urgency.NOTICE),)) for one in people]


def told(nomination: Nomination, words: str, file: str = "") -> Say:
    """A private word to the nominee."""
    return Say(Target("subject", str(nomination.matter.subject)), words, urgency=Urgency.NOTICE, file=file)


async def lines(book: Book, listed: Sequence[Nomination], awards: Iterable[Award]) -> tuple[str, ...]:
    """One line for each award; who is named agreed, in the form agreed to, and the order says nothing."""
    made = []
    for award in awards:
        mine = [one for one in listed if one.award == award.code]
        subjects = [(one, await book.answer(SubjectAt(one.matter.subject))) for one in mine]
        names = [_name(one, subject, award) for one, subject in subjects]
        shown = [name for name in names if name]
        if mine:
            made.append(names_line(award.title, shown, len(names) - len(shown)))
    return tuple(made)


def _name(nomination: Nomination, subject: Subject | None, award: Award) -> str:
    return public_name(subject, award.subject, nomination.named) if subject else ""


def until(due: Due) -> datetime:
    """The end of the publicity that begins now."""
    return due.at + timedelta(days=due.rules.awards.process.publicity_days)
