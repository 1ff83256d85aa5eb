"""Which credit tip a grid hears this week (product.md 5.1)."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from domain.matters.matter import Matter
from domain.rules.rulebook import Rulebook
from domain.rules.tips import Tip


def issues(findings: Iterable[Matter], rules: Rulebook) -> tuple[str, ...]:
    """The titles of the negative list's domains, the one with most findings first."""
    titles = {domain.key: domain.title for domain in rules.negative.domains}
    counted: Counter[str] = Counter()
    for finding in findings:
        item = rules.negative_item(str(finding.facts.get("item", "")))
        if item is not None:
            counted[titles[item.domain]] += 1
    return tuple(title for title, _ in sorted(counted.items(), key=lambda one: (-one[1], one[0])))


def choose(tips: Sequence[Tip], month: int, heard: Iterable[str], matters: Sequence[str], turn: str) -> Tip | None:
    """The tip for one grid and week: not heard of late, of this month or any, on the grid's main issue where one fits.

    ``heard`` holds codes, ``matters`` titles in the order of their weight, ``turn`` names week and grid so that
    equal tips take turns.
    """
    known = set(heard)
    fit = [tip for tip in tips if tip.code not in known and (not tip.months or month in tip.months)]

    def rank(tip: Tip) -> tuple[int, bool, str]:
        place = next((n for n, title in enumerate(matters) if tip.topic in title), len(matters))
        return place, not tip.months, hashlib.sha256(f"{turn}{tip.code}".encode()).hexdigest()

    return min(fit, key=rank, default=None)


def tips_of(grid: str) -> str:
    """What stands among the paused jobs where the group of a grid gets no tips."""
    return f"credit_tip:{grid}"
