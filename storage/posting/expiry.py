"""Spendable points that run out: for everybody, in chunks, inside one transaction."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, case, exists, func, null, select

from domain.ledger import Hand, NewEntry, RuleMark
from domain.shop.fifo import ExpirePoints
from domain.standing import subject_key
from storage.posting.codes import reserve
from storage.posting.entries import post_entries
from storage.posting.scope import Batch, Poster
from storage.tables.ledger import entry
from storage.tables.work import version
from storage.upserting import upsert

CHUNK = 2_000
_LARGEST = 1_000
_undone = entry.alias("undone")
_EARNED = func.coalesce(
    func.sum(case(((entry.c.amount > 0) & (entry.c.occurred_on < bindparam("before")), entry.c.amount), else_=0)), 0
)
_SPENT = func.coalesce(func.sum(case((entry.c.amount < 0, -entry.c.amount), else_=0)), 0)
RUNNING_OUT = (
    select(entry.c.subject, (_EARNED - _SPENT).label("points"))
    .where(
        entry.c.community == bindparam("community"),
        entry.c.account == "spendable",
        entry.c.subject > bindparam("after"),
        entry.c.reverses == null(),
        ~exists().where(_undone.c.community == entry.c.community, _undone.c.reverses == entry.c.seq),
    )
    .group_by(entry.c.subject)
    .having(_EARNED - _SPENT > 0)
    .order_by(entry.c.subject)
    .limit(CHUNK)
)
"""Subjects and their points from before a day that are not spent; the oldest are always spent first."""


def expire_points(batch: Batch, effects: Sequence[tuple[int, ExpirePoints]]) -> None:
    """Take away what ran out; what was taken away already counts as spent, so that twice is once."""
    for unit, effect in effects:
        after = 0
        while found := batch.read(RUNNING_OUT, before=effect.before, after=after).all():
            _post(batch, unit, effect, found)
            after = found[-1].subject


def _post(batch: Batch, unit: int, effect: ExpirePoints, found: Sequence[Any]) -> None:
    statement = upsert(batch.dialect, version, ("community", "key"), {"version": "add"})
    keys = sorted(subject_key(row.subject) for row in found)
    batch.write(statement, [{"key": key, "version": 1} for key in keys])
    first = reserve(batch, "L", len(found))
    entries = [
        (unit, _entry(effect, number, row.subject, part, index))
        for number, row in enumerate(found, first)
        for index, part in enumerate(_parts(int(row.points)))
    ]
    post_entries(batch, entries)


def _parts(points: int) -> list[int]:
    """One entry moves only so many points."""
    return [_LARGEST] * (points // _LARGEST) + ([points % _LARGEST] if points % _LARGEST else [])


def _entry(effect: ExpirePoints, code: int, subject: int, points: int, index: int) -> NewEntry:
    return NewEntry(
        code=code,
        subject=subject,
        account="spendable",
        contra="expire",
        amount=-points,
        source=f"expire:{effect.month}:{code}:{index}",
        rule=RuleMark("expire", effect.version, ""),
        hand=Hand(),
        occurred_on=effect.on,
    )


POSTERS: dict[type, Poster] = {ExpirePoints: expire_points}
