"""Visits to homes and shops, patrols of a grid, and how much of a week they covered (product.md 2.5, 2.6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.matters.matter import Matter

VISIT, PATROL = "visit", "patrol"


def week_start(today: date) -> date:
    """The Monday of a day's week."""
    return today - timedelta(days=today.weekday())


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was covered in one grid in one week."""

    patrols: int
    found: int
    visits: int
    homes: int


def coverage(patrols: Sequence[Matter], visits: Sequence[Matter], grid: str) -> Coverage:
    """The figures of one grid out of a week's patrols and visits."""
    walked = [one for one in patrols if one.grid == grid and one.state == "done"]
    seen = [one for one in visits if one.grid == grid]
    found = sum(int(one.facts.get("found", 0)) for one in walked)
    return Coverage(len(walked), found, len(seen), len({one.facts["address"] for one in seen}))
