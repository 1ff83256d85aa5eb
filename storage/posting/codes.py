"""New codes get their numbers in the order in which units are posted, without gaps."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from sqlalchemy import Executable, Insert

from domain.code import NewCode
from domain.decision import Unit
from storage.posting.scope import Batch
from storage.tables.work import counter
from storage.upserting import upsert


def _codes_of(unit: Unit) -> dict[NewCode, None]:
    found: dict[NewCode, None] = {}
    for effect in unit.effects:
        found.update(dict.fromkeys(_codes_in(effect)))
    return found


def _codes_in(effect: Any) -> Iterator[NewCode]:  # noqa: ANN401 - effects are of every kind
    kind: Any = type(effect)
    for name in _fields(kind):
        if isinstance(value := getattr(effect, name), NewCode):
            yield value


@cache
def _fields(kind: type[object]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def reserve(batch: Batch, kind: str, count: int) -> int:
    """Take ``count`` numbers of a kind; the first of them is returned."""
    statement = upsert(batch.connection.dialect.name, counter, ("community", "kind"), {"value": "add"})
    last: int = batch.read(_returning_value(statement), kind=kind, value=count).scalar_one()
    return last - count + 1


@cache
def _returning_value(statement: Insert) -> Executable:
    return statement.returning(counter.c.value)


def number(batch: Batch) -> None:
    """Give every new code of the batch its number."""
    wanted = [_codes_of(unit) for unit in batch.units]
    counts = Counter(code.kind for codes in wanted for code in codes)
    following = {kind: reserve(batch, kind, count) for kind, count in sorted(counts.items())}
    for codes in wanted:
        given: dict[NewCode, int] = {}
        for code in codes:
            given[code] = following[code.kind]
            following[code.kind] += 1
        batch.numbers.append(given)
