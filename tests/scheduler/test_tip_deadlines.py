"""Reminders of tip-offs: the visit, the verdict, then the secretary; guarded ones stay among their recipients."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.rules.loader import load_rules
from domain.calendar import Due
from domain.decision import Say
from domain.members import Duty, OnDuty
from domain.period import SHANGHAI
from domain.tips.case import Recipient, TipCase
from domain.tips.effects import HandOn
from domain.tips.queries import TipsOpenedBefore
from scheduler.jobs import tip_deadlines
from scheduler.triggers import due_between
from tests.scheduler.test_tip_jobs import Book

RULES = load_rules(None)
DAY = date(2026, 12, 1)
CASE = TipCase(
    "T7K3PA",
    "handed",
    "2",
    "dog",
    urgent=False,
    serious=True,
    guarded=False,
    opened_on=DAY,
    handed_on=DAY,
    recipients=(Recipient(1, "grid_worker", voted=True), Recipient(2, "property")),
)


async def told(case: TipCase, days: int) -> list[str]:
    book = Book({TipsOpenedBefore: (case,), OnDuty: (Duty(4, "白云", "secretary"), Duty(2, "周敏", "secretary"))})
    at = datetime(2026, 12, 1, 9, 40, tzinfo=SHANGHAI) + timedelta(days=days)
    posts = await tip_deadlines.job.plan(Due(at, "period", RULES), book)
    assert not any("T7K3PA" in post.chat for post in posts)
    return [effect.to.id for post in posts for effect in post.effects if isinstance(effect, Say)]


@pytest.mark.parametrize(("days", "whom"), [(2, []), (3, ["2"]), (4, []), (10, ["2"]), (11, ["4"]), (12, ["4"])])
async def test_who_is_told_when(days: int, whom: list[str]) -> None:
    assert await told(CASE, days) == whom


async def test_the_secretary_takes_over_once_also_where_the_day_was_missed() -> None:
    book = Book({TipsOpenedBefore: (CASE,), OnDuty: (Duty(4, "白云", "secretary"),)})
    for days in (11, 14):
        at = datetime(2026, 12, 1, 9, 40, tzinfo=SHANGHAI) + timedelta(days=days)
        (post,) = await tip_deadlines.job.plan(Due(at, "period", RULES), book)
        assert post.effects[0] == HandOn(CASE.code, Recipient(4, "secretary"))
        assert post.watches == (CASE.watch,)
    taken = replace(CASE, recipients=(*CASE.recipients, Recipient(4, "secretary")))
    assert await told(taken, 12) == []


async def test_a_visited_case_is_only_reminded_of_the_verdict() -> None:
    asked = replace(CASE, state="asked")
    assert await told(asked, 3) == []
    assert await told(asked, 10) == ["2"]


async def test_nobody_else_hears_of_a_guarded_case_or_of_one_that_waits_for_its_batch() -> None:
    assert await told(replace(CASE, guarded=True), 11) == []
    assert await told(replace(CASE, handed_on=None, state="held"), 11) == []


def test_it_runs_every_morning() -> None:
    start = datetime(2026, 12, 1, tzinfo=SHANGHAI)
    assert [f"{at:%H:%M}" for at in due_between(tip_deadlines.job.times(RULES), start, start + timedelta(days=1))] == [
        "09:40"
    ]
