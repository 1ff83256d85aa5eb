"""What counts in a score, and until when."""

from datetime import date

import pytest

from bot.rules.loader import load_rules
from domain.fading import fading
from domain.ledger import Entry
from domain.rating import confirmed_grade, rate

RULES = load_rules(None)
SHORT = next(one for one in RULES.negative.items if one.effect_months < 12)
TODAY = date(2026, 11, 23)


def _entry(seq: int, amount: int, on: str, **more: object) -> Entry:
    known: dict[str, object] = {"contra": "deduct", "source": f"finding:L{seq}", "item": SHORT.code} | more
    values = dict.fromkeys(Entry._fields, "") | {
        "seq": seq, "code": 1, "subject": 1, "account": "credit", "amount": amount, "person": 0, "occurred_on": on,
        "posted_at": 0, "reverses": None,
    } | known  # fmt: skip
    return Entry(**values)  # type: ignore[arg-type]


def _after(months: int) -> date:
    year, month = divmod(2026 * 12 + months, 12)
    return date(year, month + 1, 10)


def test_a_deduction_counts_until_its_effect_ends() -> None:
    """影响期满的那一天起，这一笔不再算进信用分。"""
    taken = _entry(1, -6, "2026-01-10")
    end = fading((taken,), RULES).leaves_on(taken)
    assert end == _after(SHORT.effect_months)
    assert rate((taken,), end.replace(day=9), RULES).score == 94
    assert rate((taken,), end, RULES).score == 100


@pytest.mark.parametrize("correction", [{"reverses": 1, "source": "reversal:1"}, {"source": "repair:L1"}])
def test_what_puts_a_deduction_right_leaves_with_it(correction: dict[str, object]) -> None:
    """冲正和修复的加回，与原来那一笔同一天离开，不会多出分来。"""
    both = (_entry(1, -6, "2026-01-10"), _entry(2, 6, "2026-03-01", **correction))
    end = _after(SHORT.effect_months)
    assert rate(both, end.replace(day=9), RULES).score == 100
    assert rate(both, end, RULES).score == 100
    assert rate(both[1:], end, RULES).score == 100


def test_a_withdrawn_award_leaves_with_the_award() -> None:
    """加分被冲正：两笔一起满十二个月。"""
    gain = {"contra": "issue", "item": "R01"}
    both = (_entry(1, 5, "2025-11-20", **gain), _entry(2, -5, "2026-02-01", reverses=1, **gain))
    assert rate(both, TODAY, RULES).score == 100
    assert rate(both[:1], date(2026, 11, 19), RULES).score == 105


def test_nobody_goes_to_c_or_d_by_points_alone() -> None:
    """75 分：没有两个人确认，还是 B；确认到 C 以后，50 分也只是 C。"""
    fallen = (_entry(1, -25, "2026-11-01"),)
    rating = rate(fallen, TODAY, RULES)
    assert (rating.score, rating.grade.key, rating.by_points.key) == (75, "B", "C")
    assert rate(fallen, TODAY, RULES, lowered="C").grade.key == "C"
    assert rate(fallen, TODAY, RULES, lowered="D").grade.key == "C"
    assert confirmed_grade(RULES.grade_for(50), "C", RULES).key == "C"
    assert confirmed_grade(RULES.grade_for(50), "D", RULES).key == "D"
    assert confirmed_grade(RULES.grade_for(120), "C", RULES).key == "AA"
