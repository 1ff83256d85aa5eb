"""How often somebody did it before, how many points that makes, and what the caps leave."""

from dataclasses import dataclass
from datetime import date
from math import floor

from domain.findings.states import DROPPED, POINTLESS, UNDECIDED
from domain.ledger import Entry
from domain.matters.matter import Matter
from domain.members import Kind
from domain.period import PeriodName, span
from domain.rules.negative import NegativeItem, NegativePolicy

LOOK_BACK_MONTHS = 12
DEDUCTIONS_A_DAY = 20
_DOUBLED_FROM = 3
_CAP_PERIODS: dict[str, PeriodName] = {"month": "this_month", "quarter": "this_quarter", "year": "this_year"}


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a subject: its findings and its entries of the last twelve months."""

    findings: tuple[Matter, ...]
    entries: tuple[Entry, ...] = ()

    def times(self, item: str) -> int:
        """How often the item was found before; what was dropped or reversed does not count."""
        known = {one.number for one in self.findings}
        kept = {one.number for one in self.findings if one.facts["item"] == item and one.state not in DROPPED}
        undone = {one.reverses for one in self.entries if one.reverses is not None}
        posted = {
            one.code
            for one in self.entries
            if one.item == item and one.contra == "deduct" and one.amount < 0 and one.reverses is None
            if one.seq not in undone and one.code not in known
        }
        return len(kept | posted)

    def taken(self, day: date, period: PeriodName, item: str = "") -> int:
        """The points, pending ones too, of findings made in the period of a day."""
        days = span(period, day)
        return sum(
            int(one.facts["points"])
            for one in self.findings
            if one.state not in POINTLESS | UNDECIDED and (not item or one.facts["item"] == item)
            if days.since.isoformat() <= str(one.facts["on"]) < days.until.isoformat()
        )


def list_points(item: NegativeItem, times: int, policy: NegativePolicy) -> int:
    """The list's number, typed positive; from the third time in twelve months it is multiplied."""
    points = -item.points
    if times + 1 < _DOUBLED_FROM:
        return points
    return max(points, floor(points * policy.repeat_multiplier_from_third))


def caps_leave(item: NegativeItem, kind: Kind, day: date, record: Record, policy: NegativePolicy) -> int:
    """How many points the item's own cap and the month's cap for this kind of subject leave."""
    period = _CAP_PERIODS.get(item.cap_period, "this_month")
    own = item.cap_points - record.taken(day, period, item.code)
    month = policy.max_deduction_per_month(kind) - record.taken(day, "this_month")
    return max(0, min(own, month))


def reminds(item: NegativeItem, times: int, policy: NegativePolicy) -> bool:
    """True where the first time is only reminded of; serious acts without grace never are."""
    return policy.first_offence_reminds and not times and (item.grace_hours > 0 or item.severity != "serious")


def said_before(note: str) -> bool:
    """True for a note that a reminder was given."""
    return any(words in note for words in ("口头提醒", "提醒过", "已提醒", "提醒了", "提过醒"))
