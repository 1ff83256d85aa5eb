"""On a month's last evening the contribution batch is booked, rewards from the sealed pool among it; nobody is told."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.period import civil
from domain.query import Book
from domain.tips.pool import DropPoolKeys, PoolWaits, ReleasePool


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    terms = due.rules.rewards.tip_reward
    item, grows = due.rules.item(terms.item), terms.enabled and terms.pool
    # Whoever waits when the setting is turned off is still paid.
    if item is None or not (grows or await book.answer(PoolWaits()) is not None):
        return ()
    batch = ReleasePool(civil(due.at), terms, item, due.rules.version, grows)
    # A key that died with a batch that then failed would take everybody's reward along.
    return Post("community", (batch,)), Post("keys", (DropPoolKeys(),))


job = Job(
    "contribution_batch",
    Cron(hour=20, minute=10, day="last"),
    "month",
    timedelta(hours=3, minutes=40),
    _plan,
    title="月度综合贡献入账",
)
