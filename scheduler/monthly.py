"""The monthly notice of every grid's group, on the fourth or after a late approval."""

from dataclasses import replace
from datetime import datetime, time

from domain.calendar import Post
from domain.decision import Say, Target, Urgency
from domain.enrolment import EnrolGrid, GridsOf
from domain.findings import states
from domain.findings.monthly import by_kind, change, mended
from domain.findings.settling import MonthCounts, days_of, month_before
from domain.findings.settling_wording import correction, notice
from domain.findings.timing import milliseconds
from domain.matters.matter import MattersSince
from domain.period import SHANGHAI, month_title
from domain.query import Book
from domain.rules.rulebook import Rulebook

TOLD_ON, TOLD_AT = 4, time(10)
"""When the groups read a month: its day in the month after; approved later, the next morning at the same hour."""


async def posts(book: Book, month: str, rules: Rulebook) -> tuple[Post, ...]:
    """One message for each grid's group."""
    days = days_of(month)
    since, until = (milliseconds(datetime.combine(day, time(), SHANGHAI)) for day in (days.since, days.until))
    findings = await book.answer(MattersSince(states.SORT, since, until))
    rows, before = await book.answer(MonthCounts(month)), await book.answer(MonthCounts(month_before(days.since)))
    least = rules.ratings.monthly.group_count_min_shown
    told = []
    for grid in await book.answer(GridsOf()):
        counts = by_kind(rows, grid.code, rules)
        share, more = mended(findings, grid.code, least), change(counts, before, grid.code, least)
        told.append(to_group(grid, notice(f"{month_title(month)} {grid.name}", counts, share, more, least)))
    return tuple(told)


async def corrections(book: Book, month: str, rules: Rulebook, grids: frozenset[str]) -> tuple[Post, ...]:
    """The same messages again for some grids, headed by what is put right."""
    told = []
    for post in await posts(book, month, rules):
        for say in post.effects:
            if isinstance(say, Say) and say.to.id in grids:
                words = f"{correction(month_title(month))}\n{say.text}"
                told.append(Post(f"{post.chat}:{month}", (replace(say, text=words),)))
    return tuple(told)


def to_group(grid: EnrolGrid, words: str) -> Post:
    """A message for one grid's group."""
    return Post(f"grid:{grid.code}", (Say(Target("grid", grid.code), words, urgency=Urgency.PUBLIC),))
