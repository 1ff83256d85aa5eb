"""Checks of ratings.toml by itself: grades that descend, days that every month has, perks that stay perks."""

from collections.abc import Iterator
from itertools import pairwise

from domain.mistake import Mistake
from domain.rules import wording
from domain.rules.book_checks import check_months, forbidden_uses
from domain.rules.list_checks import unknown
from domain.rules.naming_checks import check_list, check_unique
from domain.rules.ratings import Grade, Ratings

RATINGS = "ratings.toml"
_MONTHS = 12


def check_ratings(ratings: Ratings) -> Iterator[Mistake]:
    """Every mistake of ratings.toml."""
    if not ratings.grades:
        yield Mistake(RATINGS, "grades", wording.EMPTY_LIST)
        return
    yield from _grades(ratings)
    yield from _grade_rules(ratings)
    yield from _days(ratings)
    yield from _accounts(ratings)
    yield from check_months(RATINGS, "quarterly_board.months", ratings.quarterly_board.months)
    yield from check_list(RATINGS, "monthly.notice_content", ratings.monthly.notice_content)
    if not ratings.scope.disclaimer.strip():
        yield Mistake(RATINGS, "scope.disclaimer", wording.BLANK)


def _grades(ratings: Ratings) -> Iterator[Mistake]:
    yield from check_unique(RATINGS, "grades", "key", (grade.key for grade in ratings.grades))
    for index, (above, grade) in enumerate(pairwise(ratings.grades), start=1):
        if grade.min >= above.min:
            facts = {"key": grade.key, "min": grade.min, "above": above.key, "above_min": above.min}
            yield Mistake(RATINGS, f"grades[{index}].min", wording.GRADES_ORDER.format(**facts))
    for index, grade in enumerate(ratings.grades):
        yield from _conditions(index, grade)
    lowest, floor = ratings.grades[-1], ratings.accounts.credit.floor
    if lowest.min > floor:
        sentence = wording.GRADES_BOTTOM.format(key=lowest.key, floor=floor)
        yield Mistake(RATINGS, f"grades[{len(ratings.grades) - 1}].min", sentence)


def _conditions(index: int, grade: Grade) -> Iterator[Mistake]:
    """What the ledger decides must be possible, and must be said to people as well."""
    if not 0 <= grade.active_months <= _MONTHS:
        sentence = wording.ACTIVE_MONTHS.format(value=grade.active_months, bound=_MONTHS)
        yield Mistake(RATINGS, f"grades[{index}].active_months", sentence)
    if (grade.clear_of or grade.active_months) and not grade.conditions:
        yield Mistake(RATINGS, f"grades[{index}].conditions", wording.UNSAID_CONDITION.format(key=grade.key))


def _grade_rules(ratings: Ratings) -> Iterator[Mistake]:
    known = [grade.key for grade in ratings.grades]
    named = {
        "grade_rules.new_subject_grade": ratings.grade_rules.new_subject_grade,
        "quarterly_board.red_min_grade": ratings.quarterly_board.red_min_grade,
    }
    for index, key in enumerate(ratings.grade_rules.downgrade_confirm_grades):
        named[f"grade_rules.downgrade_confirm_grades[{index}]"] = key
    for index, perk in enumerate(ratings.grade_rules.perks):
        named[f"grade_rules.perks[{index}].grade"] = perk.grade
        for _, sentence in forbidden_uses((perk.title,)):
            yield Mistake(RATINGS, f"grade_rules.perks[{index}].title", sentence)
    for path, key in named.items():
        if key not in known:
            yield unknown(RATINGS, path, key, "grade", known)
    yield from check_list(RATINGS, "grade_rules.downgrade_confirm_grades", ratings.grade_rules.downgrade_confirm_grades)


def _days(ratings: Ratings) -> Iterator[Mistake]:
    board = ratings.quarterly_board
    days = {
        "monthly.settle_day": ratings.monthly.settle_day,
        "quarterly_board.draft_day": board.draft_day,
        "quarterly_board.notice_day": board.notice_day,
        "quarterly_board.publish_day": board.publish_day,
    }
    for path, day in days.items():
        if not 1 <= day <= 28:
            sentence = wording.DAY_ONLY_NUMBER if 28 < day <= 31 else wording.DAY_SHAPE
            yield Mistake(RATINGS, path, sentence.format(value=day))
    for first, second in (("draft_day", "notice_day"), ("notice_day", "publish_day")):
        low, high = getattr(board, first), getattr(board, second)
        if low >= high:
            sentence = wording.ORDER.format(first=first, second=second, low=low, high=high)
            yield Mistake(RATINGS, f"quarterly_board.{second}", sentence)


def _accounts(ratings: Ratings) -> Iterator[Mistake]:
    credit = ratings.accounts.credit
    for first, second in (("floor", "base"), ("base", "ceiling")):
        low, high = getattr(credit, first), getattr(credit, second)
        if low > high:
            sentence = wording.NOT_AFTER.format(first=first, second=second, low=low, high=high)
            yield Mistake(RATINGS, f"accounts.credit.{second}", sentence)
