"""Every week a batch of equal vouchers to bearer is made, as many whether any are needed or not."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.period import civil
from domain.query import Book
from domain.shop.bearer import IssueBearerBatch

_WEEK = timedelta(days=7)


async def _plan(due: Due, _book: Book) -> Sequence[Post]:
    reward, policy = due.rules.rewards.tip_reward, due.rules.rewards.policy
    if not (reward.enabled and reward.bearer_voucher):
        return ()
    until = civil(due.at) + _WEEK + timedelta(days=policy.voucher_valid_days)
    batch = IssueBearerBatch(
        due.period, reward.bearer_mix_event_codes_min, reward.bearer_voucher_points, until.isoformat()
    )
    return (Post("community", (batch,)),)


job = Job(
    "bearer_batch",
    Cron(hour=0, minute=30, weekday="mon"),
    "week",
    timedelta(days=6),
    _plan,
    owed_at_start=True,
    title="每周备好不记名券",
)
