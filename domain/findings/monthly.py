"""What a grid's group reads about a month: counts by kind, from a few up, never anybody."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from domain.findings import states
from domain.matters.matter import Matter
from domain.rules.rulebook import Rulebook

_MENDED = frozenset({states.CORRECTED, states.REPAIRED})
Rows = Sequence[tuple[str, str, int]]


def by_kind(rows: Rows, grid: str, rules: Rulebook) -> dict[str, int]:
    """A grid's counts under the headings of the negative list."""
    titles = {domain.key: domain.title for domain in rules.negative.domains}
    counts: Counter[str] = Counter()
    for where, code, count in rows:
        item = rules.negative_item(code)
        if where == grid and item is not None:
            counts[titles[item.domain]] += count
    return dict(counts.most_common())


def mended(findings: Iterable[Matter], grid: str, least: int) -> str:
    """The share of a month's findings that was put right; empty where there are too few to say."""
    found = [one for one in findings if one.grid == grid and one.state not in states.DROPPED]
    if len(found) < least:
        return ""
    return f"{round(100 * sum(1 for one in found if one.state in _MENDED) / len(found))}%"


def change(now: Mapping[str, int], before: Rows, grid: str, least: int) -> int | None:
    """How many more than the month before; None where either month is too small to say."""
    total, last = sum(now.values()), sum(count for where, _, count in before if where == grid)
    return total - last if total >= least and last >= least else None
