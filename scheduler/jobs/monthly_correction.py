"""A deduction that fell after its month was told is corrected in the same group, with the whole notice again."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.calendar import Cron, Due, Job, LastRun, Post
from domain.findings import states
from domain.findings.settling import MonthClosed, days_of
from domain.findings.timing import milliseconds
from domain.matters.matter import Matter, MattersSince
from domain.period import SHANGHAI
from domain.query import Book
from domain.standing import EntriesByCode
from scheduler.monthly import TOLD_AT, TOLD_ON, corrections

_NAME = "monthly_correction"
_LONGEST = timedelta(days=400)


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    """Each run looks at what fell since the run before it, so that nothing is corrected twice or left out."""
    until = milliseconds(due.at)
    last = await book.answer(LastRun(_NAME, until - 1))
    since = milliseconds(due.at - timedelta(days=1)) if last is None else last
    wrong: dict[str, set[str]] = defaultdict(set)
    for one in await book.answer(MattersSince(states.SORT, milliseconds(due.at - _LONGEST))):
        if one.state == states.REVERSED and one.closed_at is not None and since < one.closed_at <= until:
            month = await _month_told(book, one, one.closed_at)
            if month:
                wrong[month].add(one.grid)
    return [
        post
        for month, grids in sorted(wrong.items())
        for post in await corrections(book, month, due.rules, frozenset(grids))
    ]


async def _month_told(book: Book, finding: Matter, reversed_at: int) -> str:
    """The month whose notice counted the finding; empty where it fell before the group read of it."""
    entries = await book.answer(EntriesByCode(finding.number))
    booked = next((one.occurred_on for one in entries if one.contra == "deduct" and one.amount < 0), "")
    closed = await book.answer(MonthClosed(booked[:7])) if booked else None
    return booked[:7] if closed is not None and reversed_at > _told_at(booked[:7], closed) else ""


def _told_at(month: str, closed: int) -> int:
    """When the groups read the month: on the fourth, or on the first morning after a late approval."""
    first = datetime.combine(days_of(month).until.replace(day=TOLD_ON), TOLD_AT, SHANGHAI)
    approved = datetime.fromtimestamp(closed / 1000, SHANGHAI)
    if approved <= first:
        return milliseconds(first)
    morning = datetime.combine(approved.date(), TOLD_AT, SHANGHAI)
    return milliseconds(morning if approved <= morning else morning + timedelta(days=1))


job = Job(_NAME, Cron(hour=11, minute=20), "day", timedelta(hours=48), _plan, coalesce=True, title="更正月度通报")
