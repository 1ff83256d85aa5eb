"""Civil months, quarters and years, and the spans of days that people mean by them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")

PeriodName = Literal["this_month", "last_month", "this_quarter", "last_quarter", "this_year", "last_year"]


@dataclass(frozen=True, slots=True)
class Span:
    """Civil days from ``since`` up to, not including, ``until``."""

    since: date
    until: date


def civil(moment: datetime) -> date:
    """The day it is in Shanghai."""
    return moment.astimezone(SHANGHAI).date()


def month_title(month: str) -> str:
    """A month written YYYY-MM, as people read it."""
    year, _, number = month.partition("-")
    return f"{year} 年 {int(number)} 月"


def months_before(day: date, count: int) -> date:
    """The same day ``count`` months earlier, or the last of that month where it is shorter."""
    month = day.year * 12 + day.month - 1 - count
    year, index = divmod(month, 12)
    first_of_next = date(year + (index == 11), (index + 1) % 12 + 1, 1)
    last = (first_of_next - timedelta(days=1)).day
    return date(year, index + 1, min(day.day, last))


def span(name: PeriodName, today: date) -> Span:
    """The days of a period as seen from today."""
    length = {"month": 1, "quarter": 3, "year": 12}[name.rpartition("_")[2]]
    first = date(today.year, (today.month - 1) // length * length + 1, 1)
    if name.startswith("last"):
        first = months_before(first, length)
    return Span(first, months_before(first, -length))
