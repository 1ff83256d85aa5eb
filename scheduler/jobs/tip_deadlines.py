"""Every morning: recipients of tip-offs are reminded of the visit and of the verdict, then the secretary is told."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.decision import Say, Target, Urgency
from domain.members import OnDuty
from domain.period import civil
from domain.query import Book
from domain.tips import wording
from domain.tips.case import TipCase
from domain.tips.matters import VERDICT_DAYS, VISIT_DAYS
from domain.tips.queries import TipsOpenedBefore


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    today = civil(due.at)
    cases = await book.answer(TipsOpenedBefore(today))
    says = [say for case in cases for say in await _says(book, case, today)]
    # One post for all, so that no row of the calendar names a case.
    return (Post("all", tuple(says)),) if says else ()


async def _says(book: Book, case: TipCase, today: date) -> Iterable[Say]:
    if case.handed_on is None:
        return ()
    days = (today - case.handed_on).days
    waits = [one.person for one in case.recipients if not one.voted]
    if days == VISIT_DAYS and case.state == "handed":
        return _each(waits, wording.visit_due(case.code))
    if days == VERDICT_DAYS:
        return _each(waits, wording.verdict_due(case.code))
    # A guarded case may concern whoever stands above, so its recipients alone ever hear of it.
    if days != VERDICT_DAYS + 1 or case.guarded:
        return ()
    known = {one.person for one in case.recipients}
    heads = [one.person for one in await book.answer(OnDuty("secretary", case.grid)) if one.person not in known]
    return _each(heads, wording.overdue(case.code, wording.line(case)))


def _each(people: Iterable[int], words: str) -> list[Say]:
    return [Say(Target("staff", str(person)), words, urgency=Urgency.NOTICE) for person in people]


job = Job(
    "tip_deadlines", Cron(hour=9, minute=40), "day", timedelta(hours=12), _plan, coalesce=True, title="催办举报核查"
)
