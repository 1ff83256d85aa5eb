"""What is kept of a home, shop or unit besides the register, each fact with where it comes from (product.md 2.5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from domain.members import Kind
from domain.query import Query

Source = Literal["visit", "inspection", "document"]


@dataclass(frozen=True, slots=True)
class Field:
    """Something that may be known, with the only answers that are kept: there is no room for private life."""

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
_LICENCE = Field("licence", "证照", ("有效", "快到期", "已过期"))
"""Nobody is asked for papers at the door; inspections and lists know of them."""


def asked_of(kind: Kind) -> tuple[Field, ...]:
    """What a visit asks of a home, or of a shop or unit."""
    return _HOME if kind == "resident" else _PLACE


def kept_of(kind: Kind) -> tuple[Field, ...]:
    """What may be kept of them from any source."""
    return _HOME if kind == "resident" else (*_PLACE, _LICENCE)


TITLES: Mapping[str, str] = {one.key: one.title for one in (*_PLACE, _LICENCE, *_HOME)}
"""What fields are called; where homes and shops share one, as a home says it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One field of one subject as a source knew it on a day; ``basis`` names the list or paper."""

    field: str
    value: str
    source: Source
    day: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class KeepFacts:
    """Facts of a subject; the same field, source and day again is brought up to date."""

    subject: int
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class EnrolFact:
    """A fact of an import, with its subject by what makes it one in the register."""

    kind: Kind
    name: str
    grid: str
    address: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class DropFacts:
    """Whoever it is about wants a field no longer kept, from whatever source."""

    subject: int
    field: str


@dataclass(frozen=True, slots=True)
class FactsOf(Query[tuple[Fact, ...]]):
    """Everything kept of a subject in this way, field by field, the newest first."""

    subject: int
