"""New codes get their numbers in the order in which units are posted, without gaps."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from sqlalchemy import bindparam, select

from domain.code import NewCode
from domain.decision import Unit
from storage.posting.scope import Batch
from storage.tables.work import counter
from storage.upserting import upsert

_VALUE = select(counter.c.value).where(
    counter.c.community == bindparam("community"), counter.c.kind == bindparam("kind")
)


def _codes_of(unit: Unit) -> dict[NewCode, None]:
    found: dict[NewCode, None] = {}
    for effect in unit.effects:
        found.update(dict.fromkeys(_codes_in(effect)))
    return found


def _codes_in(effect: Any) -> Iterator[NewCode]:  # noqa: ANN401 - effects are of every kind
    if is_dataclass(effect):
        yield from (value for field in fields(effect) if isinstance(value := getattr(effect, field.name), NewCode))


def reserve(batch: Batch, kind: str, count: int) -> int:
    """Take ``count`` numbers of a kind; the first of them is returned."""
    statement = upsert(batch.connection.dialect.name, counter, ("community", "kind"), {"value": "add"})
    batch.write(statement, [{"kind": kind, "value": count}])
    last: int = batch.read(_VALUE, kind=kind).scalar_one()
    return last - count + 1


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
