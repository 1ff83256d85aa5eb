"""What the calendar does in the shop: reminders, points and vouchers that end, the week's codes to bearer."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.rules.loader import load_rules
from domain.calendar import Due, Job, Post, period_key
from domain.decision import Say, Unit
from domain.period import SHANGHAI
from domain.shop.bearer import IssueBearerBatch
from domain.standing import StandingOf
from scheduler.jobs import bearer_batch, points_expiry, voucher_deadlines
from storage.store import Store
from tests.storage.redemption_races import movement


async def planned(job: Job, store: Store, at: datetime) -> list[Post]:
    return list(await job.plan(Due(at, period_key(job.period, at), load_rules(None)), store))


def told(posts: list[Post]) -> list[str]:
    return [effect.text for post in posts for effect in post.effects if isinstance(effect, Say)]


@pytest.fixture
async def earned(store: Store) -> Store:
    """Six points of October 2024 and five of the first of November that are not spent."""
    old = replace(movement(1, 10, "old"), occurred_on="2024-10-31")
    young = replace(movement(1, 5, "young"), occurred_on="2024-11-01")
    await store.post(Unit(None, (old, young, movement(1, -4, "donate:x")), at=1))
    return store


@pytest.mark.parametrize(("day", "said"), [(1, 0), (2, 1), (3, 0)])
async def test_thirty_days_before_points_run_out_their_owner_is_told(earned: Store, day: int, said: int) -> None:
    words = told(await planned(voucher_deadlines.job, earned, datetime(2026, 10, day, 9, 40, tzinfo=SHANGHAI)))
    assert len(words) == said
    assert all(one.startswith("您有 6 分可用积分在 2026年11月1日到期") for one in words)


async def test_on_the_first_they_run_out_and_not_before(earned: Store) -> None:
    for month, left in ((10, 11), (11, 5), (11, 5), (12, 0)):
        at = datetime(2026, month, 1, 3, 10, tzinfo=SHANGHAI)
        (post,) = await planned(points_expiry.job, earned, at)
        await earned.post(Unit(None, post.effects, at=int(at.timestamp() * 1000)))
        assert (await earned.answer(StandingOf(1))).spendable == left


async def test_every_week_has_as_many_codes_to_bearer(store: Store) -> None:
    (post,) = await planned(bearer_batch.job, store, datetime(2026, 11, 23, 0, 30, tzinfo=SHANGHAI))
    assert post.effects == (IssueBearerBatch("2026-W48", 10, 5, "2026-12-30"),)
