"""What the shop says unasked."""

from collections.abc import Sequence
from datetime import date


def vouchers_end(titles: Sequence[str], last: date) -> str:
    """Vouchers whose last day comes near."""
    named = "、".join(f"“{title}”" for title in dict.fromkeys(titles))
    return f"您的兑换券{named}用到 {last.month}月{last.day}日为止，请抓紧用。发“我的券”看券码。"


def points_run_out(points: int, first: date) -> str:
    """Points that run out on the first of a month."""
    return f"您有 {points} 分可用积分在 {first.year}年{first.month}月{first.day}日到期（早得的先到期），信用分不受影响。发“兑换”看看能换什么。"
