"""Every morning: recipients of tip-offs are reminded of the visit and of the verdict, then the secretary takes over."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.decision import Say, Target, Urgency
from domain.members import OnDuty
from domain.period import civil
from domain.query import Book
from domain.tips import wording
from domain.tips.case import Recipient, TipCase
from domain.tips.effects import HandOn
from domain.tips.matters import VERDICT_DAYS, VISIT_DAYS
from domain.tips.queries import TipsOpenedBefore


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    today = civil(due.at)
    cases = await book.answer(TipsOpenedBefore(today))
    effects = [effect for case in cases for effect in await _effects(book, case, today)]
    watches = tuple(case.watch for case in cases if any(_hands_on(effect, case) for effect in effects))
    # One post for all, so that no row of the calendar names a case.
    return (Post("all", tuple(effects), watches),) if effects else ()


def _hands_on(effect: object, case: TipCase) -> bool:
    return isinstance(effect, HandOn) and effect.code == case.code


async def _effects(book: Book, case: TipCase, today: date) -> Iterable[Say | HandOn]:
    if case.handed_on is None:
        return ()
    days = (today - case.handed_on).days
    waits = [one.person for one in case.recipients if not one.voted]
    if days == VISIT_DAYS and case.state == "handed":
        return _each(waits, wording.visit_due(case.code))
    if days == VERDICT_DAYS:
        return _each(waits, wording.verdict_due(case.code))
    # A guarded case may concern whoever stands above, so its recipients alone ever hear of it.
    if days <= VERDICT_DAYS or case.guarded:
        return ()
    known = {one.person for one in case.recipients}
    heads = [one for one in await book.answer(OnDuty("secretary", case.grid)) if one.person not in known]
    taken = [HandOn(case.code, Recipient(one.person, one.role)) for one in heads]
    return [*taken, *_each((one.person for one in heads), wording.overdue(case.code, wording.line(case)))]


def _each(people: Iterable[int], words: str) -> list[Say]:
    return [Say(Target("staff", str(person)), words, urgency=Urgency.NOTICE) for person in people]


job = Job(
    "tip_deadlines", Cron(hour=9, minute=40), "day", timedelta(hours=12), _plan, coalesce=True, title="催办举报核查"
)
