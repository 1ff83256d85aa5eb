"""What stands on the slip in large print."""

from datetime import date

CREDIT = "信用分"
GRADE = "等级"
SPENDABLE = "可以兑换的分"
FILE = "积分告知单.{ending}"


def points(number: int) -> str:
    """A figure with its unit."""
    return f"{number} 分"


def month(gained: int, lost: int) -> tuple[str, str]:
    """The row of what the month brought; one row, so that the slip stays one page."""
    return ("这个月加减", f"+{gained}，-{lost} 分") if lost else ("这个月增加", points(gained))


def day(today: date) -> str:
    """The day it was made."""
    return f"{today.year} 年 {today.month} 月 {today.day} 日"
