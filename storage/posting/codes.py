"""New codes get their numbers in the order in which units are posted, without gaps."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from sqlalchemy import Insert, bindparam, update

from domain.code import NewCode
from domain.decision import Say, Unit
from domain.matters.matter import MoveMatter, OpenMatter
from storage.posting.scope import Batch
from storage.posting.sets import Write, write_back
from storage.tables.work import counter
from storage.upserting import upsert

NUMBERED: Mapping[type, str] = {Say: "outbox", OpenMatter: "step", MoveMatter: "step"}
"""What is numbered without a code that people type, and by which kind; known before anything is posted."""

_COUNTED = ("its_community", "its_kind", "old_value", "new_value")
_COUNT_ON = (
    update(counter)
    .where(
        counter.c.community == bindparam("its_community"),
        counter.c.kind == bindparam("its_kind"),
        counter.c.value == bindparam("old_value"),
    )
    .values(value=bindparam("new_value"))
    .execution_options(keys=("its_community", "its_kind"))
)
_OPEN_TYPES = ("NewCode", "Any", "object")


def _codes_of(unit: Unit) -> dict[NewCode, None]:
    """The new codes of a unit in order, each once."""
    found: dict[NewCode, None] = {}
    for effect in unit.effects:
        kind: Any = type(effect)
        for name in _fields(kind):
            if isinstance(value := getattr(effect, name), NewCode):
                found[value] = None
    return found


@cache
def _fields(kind: type[object]) -> tuple[str, ...]:
    """The fields of an effect that may hold a new code, by what they say of themselves."""
    found = fields(kind) if is_dataclass(kind) else ()
    return tuple(field.name for field in found if any(name in str(field.type) for name in _OPEN_TYPES))


def reserve(batch: Batch, kind: str, count: int) -> int:
    """Take ``count`` numbers of a kind; the first of them is returned."""
    first, left = batch.reserved.get(kind, (0, 0))
    if left < count:
        return _taken(batch, {kind: count})[kind]
    batch.reserved[kind] = (first + count, left - count)
    return first


def _taken(batch: Batch, counts: Mapping[str, int]) -> dict[str, int]:
    """The first of so many new numbers of each kind; in order, against circles of writers that wait."""
    if not counts:
        return {}
    following = batch.known.following(counts)
    if following is None:
        following = _asked(batch, counts)
    else:
        last = batch.known.counters
        rows = [(batch.community, kind, last[kind], last[kind] + count) for kind, count in sorted(counts.items())]
        batch.write_each((_COUNT_ON, _COUNTED, rows))
    batch.known.counters |= {kind: first - 1 + counts[kind] for kind, first in following.items()}
    return following


def _asked(batch: Batch, counts: Mapping[str, int]) -> dict[str, int]:
    if counter in batch.waiting:
        batch.flush()
    rows = [(batch.community, kind, count) for kind, count in sorted(counts.items())]
    statement = _returning_value(upsert(batch.dialect, counter, ("community", "kind"), {"value": "add"}))
    last = write_back(batch.ahead, Write(statement, ("community", "kind", "value"), rows))
    return {kind: value - counts[kind] + 1 for kind, value in last}


@cache
def _returning_value(statement: Insert) -> Insert:
    return statement.returning(counter.c.kind, counter.c.value)


def number(batch: Batch) -> None:
    """Give every new code of the batch its number, and take the other numbers that its effects will want."""
    wanted = [_codes_of(unit) for unit in batch.units]
    counts = Counter([code.kind for codes in wanted for code in codes])
    others = Counter([NUMBERED[type(one)] for unit in batch.units for one in unit.effects if type(one) in NUMBERED])
    following = _taken(batch, counts + others)
    batch.reserved = {kind: (following[kind], count) for kind, count in others.items()}
    for codes in wanted:
        given: dict[NewCode, int] = {}
        for code in codes:
            given[code] = following[code.kind]
            following[code.kind] += 1
        batch.numbers.append(given)
