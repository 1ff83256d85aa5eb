"""On the first of each month the spendable points that are older than the rules keep them run out."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.period import civil
from domain.query import Book
from domain.shop.fifo import ExpirePoints, oldest_kept


async def _plan(due: Due, _book: Book) -> Sequence[Post]:
    first = civil(due.at).replace(day=1)
    before = oldest_kept(first, due.rules.ratings.accounts.spendable.expire_months)
    effect = ExpirePoints(f"{first:%Y-%m}", before.isoformat(), civil(due.at).isoformat(), due.rules.version)
    return (Post("community", (effect,)),)


job = Job("points_expiry", Cron(hour=3, minute=10, day=1), "month", timedelta(days=27), _plan, title="到期积分清零")
