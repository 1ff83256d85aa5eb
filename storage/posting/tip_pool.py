"""The month-end pool of rewards: one blob, rewritten whole, and its batch in the ledger."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, delete, exists, null, select

from domain.awarding import Award
from domain.ledger import Hand, NewEntry
from domain.period import months_before, span
from domain.refusal import Moved
from domain.standing import subject_key
from domain.tips.effects import TakeReward
from domain.tips.pool import (
    DropPoolKeys,
    Entitled,
    JoinPool,
    PoolFull,
    ReleasePool,
    drawn,
    epoch_of,
    month_number,
    packed,
    unpacked,
)
from storage.posting.codes import reserve
from storage.posting.entries import post_entries
from storage.posting.scope import Batch, Poster
from storage.posting.tips import take
from storage.tables.ledger import entry
from storage.tables.members import subject
from storage.tables.tips import tip_pool
from storage.tables.work import version
from storage.upserting import upsert

POOL = select(tip_pool.c.epoch, tip_pool.c.sealed).where(tip_pool.c.community == bindparam("community"))
_DROP = delete(tip_pool).where(tip_pool.c.community == bindparam("community"))
_undone = entry.alias("undone")
_MINE = (entry.c.community == subject.c.community, entry.c.subject == subject.c.id, entry.c.account == "credit")
_SINCE_LONG = exists().where(*_MINE, entry.c.occurred_on <= bindparam("long_ago"))
_GOOD_DEED = exists().where(
    *_MINE,
    entry.c.amount > 0,
    entry.c.reverses == null(),
    entry.c.item != bindparam("item"),
    entry.c.occurred_on >= bindparam("month"),
    ~exists().where(_undone.c.community == entry.c.community, _undone.c.reverses == entry.c.seq),
)
_HAD_IT = exists().where(*_MINE, entry.c.item == bindparam("item"), entry.c.occurred_on >= bindparam("quarter"))
_RESIDENTS = select(subject.c.id, subject.c.grid).where(
    subject.c.community == bindparam("community"), subject.c.kind == "resident", subject.c.state == "", ~_HAD_IT
)
_LONG_STANDING = _RESIDENTS.where(_SINCE_LONG).order_by(subject.c.id)
_DOING_GOOD = _RESIDENTS.where(_SINCE_LONG, _GOOD_DEED).order_by(subject.c.id)


def _there(batch: Batch) -> tuple[str, tuple[Entitled, ...]]:
    """The pool's epoch and what waits in it; a pool whose key is gone is lost and counts as none."""
    row = batch.read(POOL if batch.dialect == "sqlite" else POOL.with_for_update()).first()
    if row is None:
        return "", ()
    plain = batch.safe.pools.open(bytes(row.sealed), row.epoch)
    return ("", ()) if plain is None else (row.epoch, unpacked(plain))


def _keep(batch: Batch, waiting: Sequence[Entitled], epoch: str) -> None:
    try:
        sealed = batch.safe.pools.seal(packed(waiting, batch.safe.below), epoch)
    except PoolFull:
        raise Moved from None
    columns = {"epoch": "excluded", "sealed": "excluded"}
    statement = upsert(batch.dialect, tip_pool, ("community",), columns)  # type: ignore[arg-type]  # literals
    batch.write(statement, [{"epoch": epoch, "sealed": sealed}])


def join(batch: Batch, effects: Sequence[tuple[int, JoinPool]]) -> None:
    """Claims become waiting rewards; only the blob as a whole changes."""
    take(batch, [(unit, TakeReward(one.receipt, one.on)) for unit, one in effects])
    epoch, waiting = _there(batch)
    fresh = [
        Entitled(one.subject, month_number(one.on) + one.carry[batch.safe.below(len(one.carry))]) for _, one in effects
    ]
    _keep(batch, (*waiting, *fresh), epoch or epoch_of(month_number(effects[0][1].on)))


def release(batch: Batch, effects: Sequence[tuple[int, ReleasePool]]) -> None:
    """Book the batch; what waits on lies under the next month's key."""
    for unit, one in effects:
        epoch, waiting = _there(batch)
        month = month_number(one.on)
        fit = {row.id: row.grid for row in _fit(batch, one)}
        found = drawn(waiting, fit, month, one.terms, batch.safe.below)
        _book(batch, unit, one, {number: fit[number] for number in found.accounts}, epoch or epoch_of(month))
        if one.grows or found.waiting:
            _keep(batch, found.waiting, epoch_of(month + 1))
        else:
            batch.read(_DROP)


def _fit(batch: Batch, one: ReleasePool) -> Sequence[Any]:
    quarter = span("this_quarter", one.on).since
    statement = _DOING_GOOD if one.terms.cover_requires_positive_record_this_month else _LONG_STANDING
    more = {"month": one.on.replace(day=1).isoformat()} if statement is _DOING_GOOD else {}
    long_ago = months_before(one.on, one.terms.cover_min_registered_months).isoformat()
    return batch.read(statement, item=one.item.code, quarter=quarter.isoformat(), long_ago=long_ago, **more).all()


def _book(batch: Batch, unit: int, one: ReleasePool, grids: dict[int, str], epoch: str) -> None:
    """All lines look alike and stand in the order of a hash, whoever is rewarded for what."""
    if not grids:
        return
    marks = sorted((batch.safe.pools.mark(f"{batch.community}|{number}", epoch), number) for number in grids)
    statement = upsert(batch.dialect, version, ("community", "key"), {"version": "add"})
    batch.write(statement, [{"key": subject_key(number), "version": 1} for number in sorted(grids)])
    first = reserve(batch, "L", len(marks))
    entries: list[tuple[int, NewEntry]] = []
    for code, (mark, number) in enumerate(marks, first):
        hand, source = Hand(grid=grids[number]), f"monthly:{mark}"
        award = Award(number, one.item, one.item.points, source, hand, one.on, one.version, code=code)
        entries += [(unit, made) for made in award.entries()]
    post_entries(batch, entries)


def drop_keys(batch: Batch, _effects: Sequence[tuple[int, DropPoolKeys]]) -> None:
    """Older pools, in whatever backup, open no more."""
    row = batch.read(POOL).first()
    batch.safe.pools.destroy_but(row.epoch if row else "")


POSTERS: dict[type, Poster] = {JoinPool: join, ReleasePool: release, DropPoolKeys: drop_keys}
