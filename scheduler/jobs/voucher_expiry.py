"""Every night vouchers whose last day has passed expire; the pieces go back to the stock, the points stay spent."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.period import civil
from domain.query import Book
from domain.shop.voucher import MoveVoucher, VouchersUntil

_ALL = "0000"


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    today = civil(due.at)
    month = f"{today:%Y-%m}"
    posts = []
    for one in await book.answer(VouchersUntil(_ALL, (today - timedelta(days=1)).isoformat())):
        reward = due.rules.reward(one.reward)
        # What the rules no longer know goes back to the month it came from.
        back = "" if not one.month else month if reward else one.month
        moved = MoveVoucher(one, "expired", back=back, stock=reward.stock_per_month if reward else 0)
        # No code may stand in the keys of the calendar: the source tells vouchers apart as well.
        posts.append(Post(one.source, (moved,)))
    return posts


job = Job(
    "voucher_expiry", Cron(hour=3, minute=15), "day", timedelta(hours=12), _plan, coalesce=True, title="到期兑换券收回"
)
