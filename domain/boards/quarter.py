"""Quarters of the year as boards name them."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.period import SHANGHAI, Span, months_before, span

_CODE = re.compile(r"B([0-9]{4})Q([1-4])")
_NUMERALS = "一二三四"


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """One quarter of a year."""

    year: int
    number: int

    @property
    def code(self) -> str:
        """The code of its board, as people type it."""
        return f"B{self.year}Q{self.number}"

    @property
    def title(self) -> str:
        """The quarter as people call it."""
        return f"{self.year} 年第{_NUMERALS[self.number - 1]}季度"

    @property
    def days(self) -> Span:
        """Its civil days."""
        first = date(self.year, self.number * 3 - 2, 1)
        return Span(first, months_before(first, -3))

    @property
    def before(self) -> "Quarter":
        """The quarter before it."""
        return quarter_of(self.days.since - timedelta(days=1))

    def moment(self, day: int, at: time) -> datetime:
        """A moment in the first month after it."""
        return datetime.combine(self.days.until.replace(day=day), at, SHANGHAI)


def quarter_of(day: date) -> Quarter:
    """The quarter of a day."""
    return Quarter(day.year, (day.month + 2) // 3)


def last_ended(today: date) -> Quarter:
    """The quarter that ended last."""
    return quarter_of(span("last_quarter", today).since)


def quarter_at(code: str) -> Quarter | None:
    """The quarter of a board's code, or None where it is none."""
    found = _CODE.fullmatch(code)
    return Quarter(int(found[1]), int(found[2])) if found else None
