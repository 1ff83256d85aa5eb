"""Claims and watches: a unit happens once, and only while what it was decided on still holds."""

from sqlalchemy import bindparam, insert, select, update

from domain.decision import Unit
from domain.refusal import Moved
from storage.days import day_of, start_of
from storage.posting.scope import Batch
from storage.posting.tip_traces import is_of_tip, misplace
from storage.tables.work import inbox, job_run, version
from storage.upserting import upsert

_HOUR = 3_600_000
_CLAIM_MESSAGE = insert(inbox)
_CLAIM_JOB = insert(job_run)
TAKEN = {
    kind: select(table.c.at).where(table.c.community == bindparam("community"), table.c.key == bindparam("key"))
    for kind, table in (("message", inbox), ("job", job_run))
}
"""Finds out whether the key of a unit was taken."""
_MOVED_ON = ("its_community", "its_key", "old_version", "new_version")
_MOVE_ON = (
    update(version)
    .where(
        version.c.community == bindparam("its_community"),
        version.c.key == bindparam("its_key"),
        version.c.version == bindparam("old_version"),
    )
    .values(version=bindparam("new_version"))
    .execution_options(keys=("its_community", "its_key"))
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
    # Days begin with whole hours, and hardly any other message comes at one.
    return unit.at % _HOUR == 0 and unit.at == start_of(day_of(unit.at))


def watched_keys(unit: Unit) -> frozenset[str]:
    """The keys that a unit was decided on; two units of one batch may not share any."""
    return frozenset(watch.key for watch in unit.watches)


def hold(batch: Batch) -> None:
    """Move every watched version on from where it was; Moved where it is elsewhere."""
    # A unit may have been decided on the same thing twice.
    held = {(watch.key, watch.version) for unit in batch.units for watch in unit.watches}
    if len({key for key, _ in held}) < len(held):
        raise Moved
    whose = batch.community
    fresh = [(whose, key, 1) for key, read in sorted(held) if not read]
    moving = [(whose, key, read, read + 1) for key, read in sorted(held) if read]
    begin, columns = upsert(batch.dialect, version, ("community", "key"), {}), ("community", "key", "version")
    apart = [row for row in fresh if is_of_tip(row[1])]
    batch.write_each((begin, columns, apart))
    misplace(batch, version, [key for _, key, _ in apart])
    others = [row for row in fresh if not is_of_tip(row[1])]
    batch.write_each((begin, columns, others), (_MOVE_ON, _MOVED_ON, moving))
