"""Credit score and grade: a pure function of the ledger's entries and the rules (ratings.toml)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from domain.fading import WINDOW_MONTHS, counting
from domain.ledger import Entry
from domain.period import months_before
from domain.rules.negative import Severity
from domain.rules.ratings import Grade
from domain.rules.rulebook import Rulebook

_RANKS: tuple[Severity, ...] = ("minor", "general", "serious")


@dataclass(frozen=True, slots=True)
class Rating:
    """A score in credit points, the grade it is given, and ``by_points``, the one that the score alone would reach."""

    score: int
    grade: Grade
    by_points: Grade


def window_start(today: date) -> date:
    """The first day that still counts today."""
    return months_before(today, WINDOW_MONTHS) + timedelta(days=1)


def rate(entries: Iterable[Entry], today: date, rules: Rulebook, more: int = 0, lowered: str = "") -> Rating:
    """The rating by the credit entries that count today; ``more`` points may be imagined for today.

    A grade whose conditions are not met is not given, and one that two people have to confirm never by itself;
    ``lowered`` is the one that they confirmed.
    """
    account = rules.ratings.accounts.credit
    year = counting(entries, today, rules)
    score = max(account.floor, min(account.ceiling, account.base + sum(entry.amount for entry in year) + more))
    by_points = rules.grade_for(score)
    months = active_months(year) | ({today.isoformat()[:7]} if more > 0 else set())
    worst = worst_unrepaired(year, rules)
    reached = next((one for one in rules.ratings.grades if score >= one.min and _met(one, months, worst)), by_points)
    return Rating(score, confirmed_grade(reached, lowered, rules), by_points)


def _met(grade: Grade, months: Collection[str], worst: Severity | None) -> bool:
    if len(months) < grade.active_months:
        return False
    return not grade.clear_of or worst is None or _RANKS.index(worst) < _RANKS.index(grade.clear_of)


def active_months(entries: Iterable[Entry]) -> set[str]:
    """The months with something earned that still stands."""
    return {one.occurred_on[:7] for one in _standing(entries) if one.contra == "issue" and one.amount > 0}


def worst_unrepaired(entries: Iterable[Entry], rules: Rulebook) -> Severity | None:
    """The gravest deduction that was neither reversed nor put right, by the list in force."""
    found = tuple(entries)
    repaired = {one.source.removeprefix("repair:L") for one in found if one.source.startswith("repair:L")}
    items = [
        rules.negative_item(one.item)
        for one in _standing(found)
        if one.contra == "deduct" and one.amount < 0 and str(one.code) not in repaired
    ]
    return max((one.severity for one in items if one), key=_RANKS.index, default=None)


def _standing(entries: Iterable[Entry]) -> list[Entry]:
    """What was not reversed, without the reversals."""
    found = tuple(entries)
    undone = {one.reverses for one in found if one.reverses is not None}
    return [one for one in found if one.reverses is None and one.seq not in undone]


def confirmed_grade(reached: Grade, lowered: str, rules: Rulebook) -> Grade:
    """The grade reached, but none that needs two people's word lower than the one they gave it for."""
    asked = rules.ratings.grade_rules.downgrade_confirm_grades
    if reached.key not in asked:
        return reached
    lowest = [one for one in rules.ratings.grades if one.key not in asked or one.key == lowered]
    return max(reached, lowest[-1], key=lambda one: one.min) if lowest else reached
