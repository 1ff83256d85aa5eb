"""How a quarter compares with the four before it; headings of few are not compared."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from domain.boards.material import Deduction, Material
from domain.boards.quarter import quarter_of
from domain.rules.rulebook import Rulebook

QUARTERS = 4


def compared(
    material: Material, rules: Rulebook, public: Sequence[Deduction]
) -> tuple[tuple[int, ...], tuple[str, ...], tuple[str, ...]]:
    """The totals of the quarters before, the headings that became fewer, and those that did not."""
    least = rules.ratings.quarterly_board.black_min_count_to_show
    before = _earlier(material, rules)
    history = tuple(sum(one.values()) for one in before)
    now = _by_domain(public, rules)
    better, worse = [], []
    for domain in rules.negative.domains:
        usual = sum(one[domain.key] for one in before) / QUARTERS
        if now[domain.key] < usual and usual >= least:
            better.append(domain.title)
        if now[domain.key] >= max(least, usual):
            worse.append(domain.title)
    return history, tuple(better), tuple(worse)


def _earlier(material: Material, rules: Rulebook) -> tuple[Counter[str], ...]:
    quarters = [material.quarter.before]
    while len(quarters) < QUARTERS:
        quarters.append(quarters[-1].before)
    pots: dict[object, list[Deduction]] = {quarter: [] for quarter in quarters}
    for one in material.deductions:
        pot = pots.get(quarter_of(date.fromisoformat(one.occurred_on)))
        if pot is not None:
            pot.append(one)
    return tuple(_by_domain(pots[quarter], rules) for quarter in quarters)


def _by_domain(found: Sequence[Deduction], rules: Rulebook) -> Counter[str]:
    counts: Counter[str] = Counter()
    for one in found:
        item = rules.negative_item(one.item)
        if item is not None and item.publish != "never" and not one.subject.minor:
            counts[item.domain] += 1
    return counts
