"""What comes back when a deduction is put right, and from when on that may be asked for."""

from collections.abc import Iterable
from datetime import date, timedelta
from math import floor

from domain.code import NewCode
from domain.ledger import Hand, NewEntry, RuleMark
from domain.matters.matter import Matter
from domain.rules.negative import NegativeItem, Severity
from domain.rules.ratings import Repair

SORT = "repair"
_FAILED = frozenset({"rejected", "unclear"})


def points_back(points: int, severity: Severity, rules: Repair) -> int:
    """The points that a repair gives back: by ratio, rounded down, at least one."""
    ratios: dict[Severity, float] = {
        "minor": rules.restore_ratio_minor,
        "general": rules.restore_ratio_general,
        "serious": rules.restore_ratio_serious,
    }
    # A ratio of 0.8 is a little less than 8/10 in binary, so the product is mended before it is cut.
    return min(points, max(1, floor(round(points * ratios[severity], 6))))


def earliest(item: NegativeItem, last_found: date) -> date:
    """The first day on which a repair may be asked for, counted from the last time it was found."""
    return last_found + timedelta(days=item.repair_days)


def repairs_left(repairs: Iterable[Matter], item: str, rules: Repair) -> int:
    """How many repairs of an item the year still allows; refused ones do not count."""
    used = sum(1 for one in repairs if one.facts["item"] == item and one.state not in _FAILED)
    return max(0, rules.max_repairs_per_year_same_item - used)


def restoration(finding: Matter, back: int, hand: Hand, on: date) -> NewEntry:
    """The entry that gives points back, under the finding's own number."""
    return NewEntry(
        code=finding.number,
        subject=finding.subject,
        account="credit",
        contra="deduct",
        amount=back,
        source=f"repair:{finding.code}",
        rule=RuleMark(str(finding.facts["item"]), str(finding.facts["version"]), ""),
        hand=hand,
        occurred_on=on.isoformat(),
    )


def next_code() -> NewCode:
    """Repairs are answered in 今日 or by the finding's own number."""
    return NewCode("K")
