"""Claims and watches: a unit happens once, and only while what it was decided on still holds."""

from collections.abc import Sequence

from sqlalchemy import bindparam, insert, select
from sqlalchemy.exc import IntegrityError

from domain.decision import Unit
from domain.refusal import AlreadyDone, Moved
from storage.posting.scope import Batch
from storage.tables.work import inbox, job_run, version
from storage.upserting import upsert

_CLAIM_MESSAGE = insert(inbox)
_CLAIM_JOB = insert(job_run)
_VERSIONS = select(version.c.key, version.c.version).where(
    version.c.community == bindparam("community"), version.c.key.in_(bindparam("keys", expanding=True))
)


def claim(batch: Batch) -> None:
    """Take every unit's key, or raise AlreadyDone where one was taken before."""
    rows: dict[str, list[dict[str, object]]] = {"message": [], "job": []}
    for unit in batch.units:
        if unit.claim:
            row: dict[str, object] = {"key": unit.claim.key, "at": unit.at}
            if unit.claim.kind == "message":
                row["fingerprint"] = unit.claim.fingerprint
            rows[unit.claim.kind].append(row)
    try:
        batch.write(_CLAIM_MESSAGE, rows["message"])
        batch.write(_CLAIM_JOB, rows["job"])
    except IntegrityError as broken:
        raise AlreadyDone from broken


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
    batch.write(
        upsert(batch.connection.dialect.name, version, ("community", "key"), {"version": "excluded"}),
        [{"key": watch.key, "version": watch.version + 1} for watch in watches],
    )


def _current(batch: Batch, keys: Sequence[str]) -> dict[str, int]:
    return {row.key: row.version for row in batch.read(_VERSIONS, keys=list(keys))}
