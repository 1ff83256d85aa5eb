"""Every morning: vouchers that end in three days, and points that run out in thirty; one message each."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from domain.calendar import Cron, Due, Job, Post
from domain.decision import Say, Target, Urgency
from domain.period import civil
from domain.query import Book
from domain.shop.fifo import RunningOut, oldest_kept
from domain.shop.voucher import VouchersUntil
from domain.shop.wording import points_run_out, vouchers_end

_VOUCHERS = timedelta(days=3)


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    today = civil(due.at)
    return [*await _vouchers(today, book), *await _points(today, due, book)]


async def _vouchers(today: date, book: Book) -> list[Post]:
    until = (today + _VOUCHERS).isoformat()
    ending = await book.answer(VouchersUntil(until, until))
    return [
        _told(subject, f"vouchers:{subject}", vouchers_end([one.title for one in own], today + _VOUCHERS))
        for subject, own in groupby(ending, key=lambda one: one.subject)
    ]


async def _points(today: date, due: Due, book: Book) -> list[Post]:
    account = due.rules.ratings.accounts.spendable
    first = today + timedelta(days=account.expire_remind_days)
    if first.day != 1:
        return []
    before = oldest_kept(first, account.expire_months).isoformat()
    return [
        _told(subject, f"points:{subject}", points_run_out(points, first))
        for subject, points in await book.answer(RunningOut(before))
    ]


def _told(subject: int, key: str, words: str) -> Post:
    return Post(key, (Say(Target("subject", str(subject)), words, urgency=Urgency.NOTICE),))


job = Job(
    "voucher_deadlines",
    Cron(hour=9, minute=40),
    "day",
    timedelta(hours=12),
    _plan,
    coalesce=True,
    title="到期提醒（券和积分）",
)
