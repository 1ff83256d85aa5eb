"""The monthly settlement: what fell due is posted so many at a time, so that whoever writes meanwhile gets between."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Text,
    and_,
    bindparam,
    cast,
    exists,
    insert,
    literal,
    null,
    select,
)

from domain.decision import Target, Urgency
from domain.findings.settling import SettleMonth, end_of, last_day
from domain.findings.states import DUE, EFFECTIVE, SORT
from domain.ledger import Entry, note_digest, snapshot_digest
from domain.matters.matter import matter_key
from domain.standing import subject_key
from storage.posting.codes import reserve
from storage.posting.entries import append, keep_notes, keep_wordings
from storage.posting.messages import tell
from storage.posting.scope import Batch, Poster
from storage.tables.closing import closing
from storage.tables.ledger import entry
from storage.tables.matters import matter, matter_step
from storage.tables.members import grid
from storage.tables.work import version
from storage.upserting import upsert

CHUNK = 1_000
"""How many findings one transaction settles."""
# Without looking back at the finding, so that it is read once and not once for each of them.
_CLOSED = select(closing.c.grid).where(closing.c.community == bindparam("whose"), closing.c.month == bindparam("month"))
_BELONGS = and_(
    matter.c.community == bindparam("whose"),
    matter.c.sort == SORT,
    matter.c.state == DUE,
    matter.c.closed_at == null(),
    matter.c.due_at < bindparam("end"),
    matter.c.grid.not_in(_CLOSED),
)
_ROWS = (
    select(matter.c.code, matter.c.subject, matter.c.grid, matter.c.facts)
    .where(_BELONGS)
    # As the index has them, so that what is left for later is not even looked at.
    .order_by(matter.c.closed_at, matter.c.due_at)
    .limit(bindparam("most"))
    # Where others write meanwhile, each waits for whoever has one of these in hand.
    .with_for_update(of=matter)
)
_POSTED = and_(entry.c.community == bindparam("whose"), entry.c.seq.between(bindparam("first"), bindparam("until")))
_STEP = {
    "code": literal("L") + cast(entry.c.code, Text),
    "step": entry.c.seq + cast(bindparam("ahead"), BigInteger),
    "act": literal("effective"),
    "role": literal("system"),
    "note": cast(bindparam("month"), Text),
    "at": entry.c.posted_at,
}
_ADD_STEPS = insert(matter_step).from_select(
    ["community", *_STEP], select(entry.c.community, *_STEP.values()).where(_POSTED)
)
_MOVED: tuple[str, ...] = ("state", "due_at", "closed_at")
_OPEN_GRIDS = select(grid.c.code).where(
    grid.c.community == bindparam("community"),
    ~exists().where(
        closing.c.community == grid.c.community,
        closing.c.grid == grid.c.code,
        closing.c.month == bindparam("month"),
    ),
)
_CLOSE = insert(closing)


def settle(batch: Batch, effects: Sequence[tuple[int, SettleMonth]]) -> None:
    """Post the first of what is due and leave the rest for later; the last closes the month for every grid.

    What is closed already stays as it is.
    """
    for unit, effect in effects:
        until = end_of(effect.month)
        rows = batch.read(_ROWS, whose=batch.community, month=effect.month, end=until, most=CHUNK).all()
        if rows:
            _settle(batch, unit, effect, rows)
        if len(rows) == CHUNK:
            batch.later[unit].append(effect)
        else:
            _close(batch, unit, effect.month)


def _close(batch: Batch, unit: int, month: str) -> None:
    open_grids = batch.read(_OPEN_GRIDS, month=month).all()
    batch.write(_CLOSE, [{"month": month, "grid": row.code, "at": batch.units[unit].at} for row in open_grids])


def _settle(batch: Batch, unit: int, effect: SettleMonth, rows: Sequence[Any]) -> None:
    at = batch.units[unit].at
    facts: list[dict[str, Any]] = json.loads(f"[{','.join(row.facts for row in rows)}]")
    # Sent part by part, so that whoever asks meanwhile is answered while the database works.
    _move_on(batch, rows)
    batch.flush()
    first = append(batch, _entries(batch, rows, facts, last_day(effect.month).isoformat(), at))
    keep_notes(batch, first, (one["note"] for one in facts))
    keep_wordings(batch, ((one["version"], one["item"], one["snapshot"]) for one in facts))
    batch.flush()
    tell(batch, at, Urgency.NOTICE, list(_notices(effect.notice, rows, facts)))
    posted = {"whose": batch.community, "first": first, "until": first + len(rows) - 1}
    ahead = reserve(batch, "step", len(rows)) - first
    batch.connection.execute(_ADD_STEPS, {**posted, "month": effect.month, "ahead": ahead})
    # Not an update of a list of codes: an upsert finds every one by its key, whatever the planner thinks of the list.
    moved = upsert(batch.dialect, matter, ("community", "code"), dict.fromkeys(_MOVED, "excluded"))
    batch.write_rows(moved, ("code", *_MOVED), [(row.code, EFFECTIVE, None, at) for row in rows])


def _move_on(batch: Batch, rows: Sequence[Any]) -> None:
    """Whoever decided on one of these, or on its subject's standing, has to look again; in order, against circles."""
    keys = {key for code, subject, *_ in rows for key in (matter_key(code), subject_key(subject))}
    statement = upsert(batch.dialect, version, ("community", "key"), {"version": "add"})
    batch.write_rows(statement, ("key", "version"), [(key, 1) for key in sorted(keys)])


def _notices(notice: str, rows: Sequence[Any], facts: Sequence[dict[str, Any]]) -> Iterator[tuple[Target, str]]:
    for (code, subject, *_), one in zip(rows, facts, strict=True):
        yield Target("subject", str(subject)), notice.format(code=code, title=one["title"], points=one["points"])


def _entries(batch: Batch, rows: Sequence[Any], facts: Sequence[dict[str, Any]], on: str, at: int) -> Iterator[Entry]:
    digest = cache(snapshot_digest)
    for (code, subject, where, _), one in zip(rows, facts, strict=True):
        yield Entry(
            0,
            int(code[1:]),
            subject,
            "credit",
            "deduct",
            -int(one["points"]),
            f"finding:{code}",
            one["item"],
            one["version"],
            digest(one["snapshot"]),
            one["person"],
            one["role"],
            where,
            on,
            at,
            None,
            "",
            note_digest(batch.note_key, one["note"]),
        )


POSTERS: dict[type, Poster] = {SettleMonth: settle}
