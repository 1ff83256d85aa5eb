"""The monthly settlement: every finding of a month that fell due, in one transaction and in chunks."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, bindparam, exists, insert, null, select, update

from domain.decision import Say, Target, Urgency
from domain.findings.settling import SettleMonth, end_of, last_day
from domain.findings.states import DUE, EFFECTIVE, SORT
from domain.ledger import Hand, NewEntry, RuleMark
from domain.matters.matter import Step, matter_key
from domain.standing import subject_key
from storage.posting.entries import post_entries
from storage.posting.matters import add_steps
from storage.posting.messages import queue
from storage.posting.scope import Batch, Poster
from storage.tables.closing import closing
from storage.tables.matters import matter
from storage.tables.members import grid
from storage.tables.work import version
from storage.upserting import upsert

CHUNK = 2_000
_CLOSED = exists().where(
    closing.c.community == matter.c.community, closing.c.grid == matter.c.grid, closing.c.month == bindparam("month")
)
_BELONGS = and_(
    matter.c.community == bindparam("whose"),
    matter.c.sort == SORT,
    matter.c.state == DUE,
    matter.c.closed_at == null(),
    matter.c.due_at < bindparam("end"),
    matter.c.code > bindparam("after"),
    ~_CLOSED,
)
_CHUNK = select(matter.c.code, matter.c.subject).where(_BELONGS).order_by(matter.c.code).limit(CHUNK)
_ROWS = (
    select(matter.c.code, matter.c.subject, matter.c.grid, matter.c.facts)
    .where(_BELONGS, matter.c.code <= bindparam("last"))
    .order_by(matter.c.code)
)
_MOVE = (
    update(matter)
    .where(_BELONGS, matter.c.code <= bindparam("last"))
    .values(state=EFFECTIVE, due_at=null(), closed_at=bindparam("at"))
)
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
    """Post what is due and close the month for every grid; what is closed already stays as it is."""
    for unit, effect in effects:
        scope: dict[str, Any] = {"whose": batch.community, "month": effect.month, "end": end_of(effect.month)}
        scope["after"] = ""
        while found := batch.read(_CHUNK, **scope).all():
            scope["last"] = found[-1].code
            _move_on(batch, found)
            _post(batch, unit, effect, batch.read(_ROWS, **scope).all())
            batch.read(_MOVE, **scope, at=batch.units[unit].at)
            scope["after"] = scope.pop("last")
        at = batch.units[unit].at
        open_grids = batch.read(_OPEN_GRIDS, month=effect.month).all()
        batch.write(_CLOSE, [{"month": effect.month, "grid": row.code, "at": at} for row in open_grids])


def _move_on(batch: Batch, found: Sequence[Any]) -> None:
    """Whoever decided on one of these, or on its subject's standing, has to look again; in order, against circles."""
    keys = sorted({matter_key(row.code) for row in found} | {subject_key(row.subject) for row in found})
    statement = upsert(batch.connection.dialect.name, version, ("community", "key"), {"version": "add"})
    batch.write(statement, [{"key": key, "version": 1} for key in keys])


def _post(batch: Batch, unit: int, effect: SettleMonth, rows: Sequence[Any]) -> None:
    on = last_day(effect.month).isoformat()
    read = [(row, json.loads(row.facts)) for row in rows]
    if not read:
        return
    post_entries(batch, [(unit, _entry(row, facts, on)) for row, facts in read])
    add_steps(batch, [(unit, row.code, Step("effective", note=effect.month)) for row, _ in read])
    queue(batch, [(unit, _notice(effect, row, facts)) for row, facts in read])


def _entry(row: Any, facts: dict[str, Any], on: str) -> NewEntry:  # noqa: ANN401 - a row of _ROWS
    return NewEntry(
        code=int(row.code[1:]),
        subject=row.subject,
        account="credit",
        contra="deduct",
        amount=-int(facts["points"]),
        source=f"finding:{row.code}",
        rule=RuleMark(facts["item"], facts["version"], facts["snapshot"]),
        hand=Hand(facts["person"], facts["role"], row.grid),
        occurred_on=on,
        note=facts["note"],
    )


def _notice(effect: SettleMonth, row: Any, facts: dict[str, Any]) -> Say:  # noqa: ANN401 - as above
    words = effect.notice.format(code=row.code, title=facts["title"], points=facts["points"])
    return Say(Target("subject", str(row.subject)), words, urgency=Urgency.NOTICE)


POSTERS: dict[type, Poster] = {SettleMonth: settle}
