"""When an activity is: what was said of it, within what an activity can be."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from domain.when import hear

LONGEST = timedelta(hours=12)
USUAL = timedelta(hours=2)
"""How long an activity lasts where nobody says."""
_FURTHEST = timedelta(days=366)

Fault = Literal["unclear", "no_hour", "past", "too_far", "too_long"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when to when."""

    start: datetime
    end: datetime

    def meets(self, other: "Stretch") -> bool:
        """True where one person cannot be at both."""
        return self.start < other.end and other.start < self.end


def stretch_said(text: str, now: datetime) -> Stretch | Fault:
    """The time that words mean as said now; a day that is long gone is next year's, any other past is refused."""
    heard = hear(text, now)
    if not heard.has_hour:
        return "no_hour" if heard.has_day else "unclear"
    if heard.start is None or (heard.has_end and heard.end is None):
        return "unclear"
    start, end = heard.start, heard.end or heard.start + USUAL
    if start <= now:
        return "past"
    if start - now > _FURTHEST:
        return "too_far"
    return Stretch(start, end) if timedelta() < end - start <= LONGEST else "too_long"
