"""Counts of few are merged upwards until they tell of nobody: act, heading, community (product.md 10.5)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from domain.boards.board import Count
from domain.boards.material import Deduction
from domain.rules.rulebook import Rulebook

_Pot = list[Deduction]
_LEVELS = 3


def merged(rest: Iterable[Deduction], rules: Rulebook) -> tuple[Count, ...]:
    """Counts of everything given, none lost; every one is of the least number or more, the last where any can be."""
    least = rules.ratings.quarterly_board.black_min_count_to_show
    counts: list[Count] = []
    left: _Pot = list(rest)
    for level in range(_LEVELS):
        shown, left = _split(left, _at(level, rules), least)
        counts += [_count(key, pot) for key, pot in sorted(shown.items())]
    return _with_rest(counts, left, least)


def _at(level: int, rules: Rulebook) -> Callable[[Deduction], tuple[str, str]]:
    return lambda one: names_of(one, rules)[level]


def names_of(one: Deduction, rules: Rulebook) -> tuple[tuple[str, str], ...]:
    """Grid and words of the counts that may hold a deduction, the closest first: act, heading, community."""
    heading = next((known.title for known in rules.negative.domains if known.key == _domain(one, rules)), "")
    return (one.grid, _item_title(one, rules)), (one.grid, heading), ("", heading)


def _split(
    pot: _Pot, name: Callable[[Deduction], tuple[str, str]], least: int
) -> tuple[Mapping[tuple[str, str], _Pot], _Pot]:
    groups: dict[tuple[str, str], _Pot] = defaultdict(list)
    for one in pot:
        groups[name(one)].append(one)
    few = [one for group in groups.values() if len(group) < least for one in group]
    return {key: group for key, group in groups.items() if len(group) >= least}, few


def _count(key: tuple[str, str], pot: _Pot) -> Count:
    return Count(key[0], key[1], len(pot), sum(1 for one in pot if one.repaired))


def _with_rest(counts: list[Count], left: _Pot, least: int) -> tuple[Count, ...]:
    """What is left goes into one bare count, with the smallest others where it would be too few."""
    if not left:
        return tuple(counts)
    last = _count(("", ""), left)
    while last.count < least and counts:
        smallest = min(counts, key=lambda one: one.count)
        counts.remove(smallest)
        last = Count("", "", last.count + smallest.count, last.repaired + smallest.repaired)
    return (*counts, last)


def _item_title(one: Deduction, rules: Rulebook) -> str:
    item = rules.negative_item(one.item)
    return item.title if item else ""


def _domain(one: Deduction, rules: Rulebook) -> str:
    item = rules.negative_item(one.item)
    return item.domain if item else ""
