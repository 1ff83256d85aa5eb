"""The jobs of tip-offs: batches twice a day, keys by the month, erasure by night."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.rules.loader import load_rules
from domain.calendar import Due, Job
from domain.period import SHANGHAI
from domain.query import Query
from domain.rules.rulebook import Rulebook
from domain.tips.case import TipCase
from domain.tips.effects import EraseTips, HandOver, KeepEpochs, MoveTip
from domain.tips.pool import DropPoolKeys, PoolWaits, ReleasePool
from domain.tips.queries import TipsOpenedBefore, TipsToHandOver
from scheduler.jobs import contribution_batch, epoch_keys, tip_erasure, tip_handover
from scheduler.triggers import due_between

RULES = load_rules(None)
DAY = date(2026, 12, 1)
CASE = TipCase("T7K3P", "handed", "2", "dog", urgent=False, serious=False, guarded=False, opened_on=date(2026, 9, 1))


class Book:
    """Answers from a table; what was asked is kept."""

    def __init__(self, answers: dict[type, Any]) -> None:
        self.answers = answers
        self.asked: list[Any] = []

    async def answer(self, query: Query[Any]) -> Any:
        self.asked.append(query)
        return self.answers[type(query)]


async def effects(job: Job, book: Book, hour: int) -> list[object]:
    at = datetime(2026, 12, 1, hour, 20, tzinfo=SHANGHAI)
    posts = await job.plan(Due(at, "period", RULES), book)
    assert not any("T7K3P" in post.chat for post in posts)
    return [effect for post in posts for effect in post.effects]


async def test_one_batch_for_all_and_none_for_nothing() -> None:
    found = await effects(tip_handover.job, Book({TipsToHandOver: ("T1", "T2")}), 9)
    assert found == [HandOver("T1", DAY), HandOver("T2", DAY)]
    assert await effects(tip_handover.job, Book({TipsToHandOver: ()}), 16) == []


def test_batches_leave_at_ten_past_nine_and_ten_past_four() -> None:
    start = datetime(2026, 12, 1, tzinfo=SHANGHAI)
    due = due_between(tip_handover.job.times(RULES), start, start + timedelta(days=1))
    assert [f"{at:%H:%M}" for at in due] == ["09:10", "16:10"]
    (keys,) = due_between(epoch_keys.job.times(RULES), start, start + timedelta(days=27))
    assert f"{keys:%d %H:%M}" == "01 00:20"


async def test_keys_change_with_the_month() -> None:
    assert await effects(epoch_keys.job, Book({}), 0) == [KeepEpochs(DAY)]


async def test_what_stayed_open_too_long_is_closed_before_the_erasure() -> None:
    book = Book({TipsOpenedBefore: (CASE, replace(CASE, code="T9999"))})
    found = await effects(tip_erasure.job, book, 4)
    assert [type(one) for one in found] == [MoveTip, MoveTip, EraseTips]
    assert book.asked == [TipsOpenedBefore(DAY - timedelta(days=60))]


async def test_the_contribution_batch_is_booked_before_its_key_dies_and_only_by_setting() -> None:
    rules = load_rules(None)
    reward = replace(rules.rewards.tip_reward, pool=True)
    pooled = replace(rules, rewards=replace(rules.rewards, tip_reward=reward))
    at = datetime(2026, 11, 30, 20, 10, tzinfo=SHANGHAI)

    async def posts(book: Rulebook, waits: int | None) -> list[list[object]]:
        found = await contribution_batch.job.plan(Due(at, "2026-11", book), Book({PoolWaits: waits}))
        return [list(post.effects) for post in found]

    assert await posts(rules, None) == []
    (booked, keys) = await posts(pooled, None)
    assert keys == [DropPoolKeys()]
    assert [(one.on, one.grows) for one in booked if isinstance(one, ReleasePool)] == [(date(2026, 11, 30), True)]
    (booked, _) = await posts(rules, 0)
    assert [one.grows for one in booked if isinstance(one, ReleasePool)] == [False]


def test_the_contribution_batch_is_due_on_a_month_s_last_evening() -> None:
    start = datetime(2027, 1, 1, tzinfo=SHANGHAI)
    due = due_between(contribution_batch.job.times(RULES), start, start + timedelta(days=120))
    assert [f"{at:%m-%d %H:%M}" for at in due] == ["01-31 20:10", "02-28 20:10", "03-31 20:10", "04-30 20:10"]
