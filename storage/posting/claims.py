"""Claims and watches: a unit happens once, and only while what it was decided on still holds."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Insert, bindparam, insert, select

from domain.decision import Unit
from domain.refusal import Moved
from storage.days import day_of, start_of
from storage.posting.scope import Batch
from storage.posting.sets import Write, write_back
from storage.posting.tip_traces import misplace
from storage.tables.work import inbox, job_run, version
from storage.upserting import upsert

_CLAIM_MESSAGE = insert(inbox)
_CLAIM_JOB = insert(job_run)
TAKEN = {
    kind: select(table.c.at).where(table.c.community == bindparam("community"), table.c.key == bindparam("key"))
    for kind, table in (("message", inbox), ("job", job_run))
}
"""Finds out whether the key of a unit was taken."""
_VERSIONS = select(version.c.key, version.c.version).where(
    version.c.community == bindparam("community"), version.c.key.in_(bindparam("keys", expanding=True))
)


def claim(batch: Batch) -> None:
    """Take every unit's key; one that was taken before fails the batch."""
    rows: dict[str, list[dict[str, object]]] = {"message": [], "day": [], "job": []}
    for unit in batch.units:
        if unit.claim:
            row: dict[str, object] = {"key": unit.claim.key, "at": unit.at}
            if unit.claim.kind == "message":
                row["fingerprint"] = unit.claim.fingerprint
            rows["day" if _by_day_alone(unit) else unit.claim.kind].append(row)
    # First, and out of the line, so that the others stand as if there had been none.
    batch.write(_CLAIM_MESSAGE, rows["day"])
    misplace(batch, inbox, [row["key"] for row in rows["day"]])
    batch.write(_CLAIM_MESSAGE, rows["message"])
    batch.write(_CLAIM_JOB, rows["job"])


def _by_day_alone(unit: Unit) -> bool:
    """True for what is confidential: it is kept under its day, and without a fingerprint."""
    claim = unit.claim
    if claim is None or claim.kind != "message" or claim.fingerprint:
        return False
    return unit.at == start_of(day_of(unit.at))


def watched_keys(unit: Unit) -> frozenset[str]:
    """The keys that a unit was decided on; two units of one batch may not share any."""
    return frozenset(watch.key for watch in unit.watches)


def hold(batch: Batch) -> None:
    """Check every watched version and move it on, or raise Moved."""
    watches = [watch for unit in batch.units for watch in unit.watches]
    if not watches:
        return
    now = _current(batch, [watch.key for watch in watches])
    if any(now.get(watch.key, 0) != watch.version for watch in watches):
        raise Moved
    # A unit may have been decided on the same thing twice.
    held = {watch.key: watch.version for watch in watches}
    rows = [(batch.community, key, read + 1) for key, read in sorted(held.items())]
    moved = write_back(batch.ahead, Write(_move_on(batch.dialect), ("community", "key", "version"), rows))
    if len(moved) < len(held):
        # Somebody elsewhere moved one of them since it was read here.
        raise Moved


@cache
def _move_on(dialect: str) -> Insert:
    """Takes a key from the version before to the next one."""
    moving = upsert(dialect, version, ("community", "key"), {"version": "next"})
    return moving.returning(version.c.key)


def _current(batch: Batch, keys: Sequence[str]) -> dict[str, int]:
    rows = batch.ahead.execute(_VERSIONS, {"community": batch.community, "keys": list(keys)})
    return {row.key: row.version for row in rows}
