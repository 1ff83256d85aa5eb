"""A grade asks for more than points where the rules say so, and nobody falls to C or D by a sum."""

from datetime import date

from bot.rules.loader import default_rules
from domain.ledger import Entry
from domain.rating import rate

RULES = default_rules()
TODAY = date(2026, 11, 23)


def _entry(seq: int, amount: int, day: str, item: str = "R07") -> Entry:
    return Entry(
        seq=seq,
        code=seq,
        subject=1,
        account="credit",
        contra="issue" if amount > 0 else "deduct",
        amount=amount,
        source=f"award:{seq}",
        item=item,
        version="v",
        snapshot="",
        person=1,
        role="grid_worker",
        grid="二",
        occurred_on=day,
        posted_at=0,
        reverses=None,
        evidence="",
        note_digest="",
    )


def _earned(amount: int, months: int) -> list[Entry]:
    return [_entry(n, amount // months, f"2026-{11 - n:02}-10") for n in range(months)]


def test_the_best_grade_wants_six_months_of_doing() -> None:
    assert rate(_earned(60, 6), TODAY, RULES).grade.key == "AAA"
    rating = rate(_earned(60, 5), TODAY, RULES)
    assert (rating.grade.key, rating.by_points.key) == ("AA", "AAA")


def test_an_imagined_deed_counts_for_its_month() -> None:
    earned = [_entry(n, 10, f"2026-{10 - n:02}-10") for n in range(5)]
    assert rate(earned, TODAY, RULES).grade.key == "AA"
    assert rate(earned, TODAY, RULES, 5).grade.key == "AAA"


def test_a_general_deduction_bars_only_the_best() -> None:
    general = _entry(90, -5, "2026-11-01", "RN09")
    assert rate([*_earned(60, 6), general], TODAY, RULES).grade.key == "AA"


def test_a_serious_deduction_bars_the_better_grades_until_it_is_put_right() -> None:
    serious = _entry(90, -5, "2026-11-01", "RN15")
    entries = [*_earned(60, 6), serious]
    assert rate(entries, TODAY, RULES).grade.key == "A"
    back = _entry(91, 2, "2026-11-20", "RN15")._replace(code=90, contra="deduct", source="repair:L90")
    assert rate([*entries, back], TODAY, RULES).grade.key == "AAA"


def test_a_reversed_deduction_bars_nothing() -> None:
    serious = _entry(90, -5, "2026-11-01", "RN15")
    undone = _entry(91, 5, "2026-11-20", "RN15")._replace(contra="deduct", reverses=90, source="reversal:90")
    assert rate([*_earned(60, 6), serious, undone], TODAY, RULES).grade.key == "AAA"


def test_nobody_falls_to_c_or_d_by_a_sum() -> None:
    for lost, by_points in ((-30, "C"), (-90, "D")):
        rating = rate([_entry(1, lost, "2026-11-01", "RN13")], TODAY, RULES)
        assert (rating.grade.key, rating.by_points.key) == ("B", by_points)
