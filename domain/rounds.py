"""Visits to homes and shops, patrols of a grid, and how much of a week they covered (product.md 2.5, 2.6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.matters.matter import Matter
from domain.members import Kind

VISIT, PATROL = "visit", "patrol"
SOURCE = "visit"
"""Where a field comes from: a visit, an inspection or a document; here only visits are written down."""


@dataclass(frozen=True, slots=True)
class Field:
    """Something that a visit may ask for, with the only answers that are kept."""

    key: str
    title: str
    values: tuple[str, ...]


_HOME = (
    Field("extinguisher", "家里的灭火器", ("有", "没有")),
    Field("corridor", "楼道和门口", ("通畅", "堆了东西")),
    Field("charging", "电动车充电", ("集中充电点", "在家充电", "没有电动车")),
    Field("dog", "养犬登记", ("已登记", "没登记", "没养犬")),
)
_PLACE = (
    Field("extinguisher", "灭火器", ("有", "没有")),
    Field("exit", "安全出口", ("通畅", "堵着")),
    Field("frontage", "门前三包", ("做到了", "没做到")),
)


def fields_of(kind: Kind) -> tuple[Field, ...]:
    """What is asked of a home, or of a shop or unit."""
    return _HOME if kind == "resident" else _PLACE


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
