"""How a quarter compares with the four before it; headings of few are not compared."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.boards.material import Deduction, Material, publishable
from domain.boards.quarter import quarter_of
from domain.rules.rulebook import Rulebook

QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Compared:
    """The four quarters before, the latest first, and the headings that became fewer or did not."""

    history: tuple[int, ...]
    mended: tuple[int, ...]
    better: tuple[str, ...]
    worse: tuple[str, ...]


def compared(material: Material, rules: Rulebook, public: Sequence[Deduction]) -> Compared:
    """How the quarter stands beside those before it."""
    least = rules.ratings.quarterly_board.black_min_count_to_show
    pots = _earlier(material, rules)
    before, now = [_by_domain(pot, rules) for pot in pots], _by_domain(public, rules)
    better, worse = [], []
    for domain in rules.negative.domains:
        usual = sum(one[domain.key] for one in before) / QUARTERS
        if now[domain.key] < usual and usual >= least:
            better.append(domain.title)
        if now[domain.key] >= max(least, usual):
            worse.append(domain.title)
    mended = tuple(sum(1 for one in pot if one.repaired) for pot in pots)
    return Compared(tuple(map(len, pots)), mended, tuple(better), tuple(worse))


def _earlier(material: Material, rules: Rulebook) -> tuple[list[Deduction], ...]:
    quarters = [material.quarter.before]
    while len(quarters) < QUARTERS:
        quarters.append(quarters[-1].before)
    pots: dict[object, list[Deduction]] = {quarter: [] for quarter in quarters}
    for one in material.deductions:
        pot = pots.get(quarter_of(date.fromisoformat(one.occurred_on)))
        if pot is not None and publishable(one, rules):
            pot.append(one)
    return tuple(pots[quarter] for quarter in quarters)


def _by_domain(found: Sequence[Deduction], rules: Rulebook) -> Counter[str]:
    counts: Counter[str] = Counter()
    for one in found:
        item = rules.negative_item(one.item)
        if item is not None:
            counts[item.domain] += 1
    return counts
