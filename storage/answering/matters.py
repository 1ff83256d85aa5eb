"""Matters as handlers, jobs and pages ask for them."""

import json
from typing import Any

from sqlalchemy import BigInteger, String, bindparam, func, null, select

from domain.matters.matter import (
    AgendaOf,
    Holder,
    Matter,
    MatterAt,
    MattersDue,
    MattersOf,
    MattersSince,
    OpenMatters,
    Step,
    matter_key,
)
from storage.reading import Reader
from storage.tables.matters import agenda, matter, matter_step
from storage.tables.work import version

_MINE = matter.c.community == bindparam("community")
_COLUMNS = (
    matter.c.code,
    matter.c.sort,
    matter.c.state,
    matter.c.subject,
    matter.c.grid,
    matter.c.role,
    matter.c.person,
    matter.c.line,
    matter.c.concerns,
    matter.c.opened_at,
    matter.c.due_at,
    matter.c.closed_at,
    matter.c.facts,
    func.coalesce(version.c.version, 0),
)
_MATTERS = select(*_COLUMNS).outerjoin(
    version,
    (version.c.community == matter.c.community) & (version.c.key == matter_key("") + matter.c.code),
)
_ONE = _MATTERS.where(_MINE, matter.c.code == bindparam("code"))
_STEPS = (
    select(matter_step.c.act, matter_step.c.person, matter_step.c.role, matter_step.c.note, matter_step.c.at)
    .where(matter_step.c.community == bindparam("community"), matter_step.c.code == bindparam("code"))
    .order_by(matter_step.c.step)
)
_OPEN = _MATTERS.where(
    _MINE,
    matter.c.closed_at == null(),
    (bindparam("grid", type_=String) == "") | (matter.c.grid == bindparam("grid")),
    (bindparam("sort", type_=String) == "") | (matter.c.sort == bindparam("sort")),
    (bindparam("subject", type_=BigInteger) == 0) | (matter.c.subject == bindparam("subject")),
).order_by(matter.c.opened_at, matter.c.code)
_OF_SUBJECT = _MATTERS.where(
    _MINE,
    matter.c.subject == bindparam("subject"),
    matter.c.sort == bindparam("sort"),
    matter.c.opened_at >= bindparam("since"),
).order_by(matter.c.opened_at, matter.c.code)
_SINCE = _MATTERS.where(
    _MINE,
    matter.c.sort == bindparam("sort"),
    matter.c.opened_at >= bindparam("since"),
    matter.c.opened_at < bindparam("until"),
).order_by(matter.c.opened_at, matter.c.code)
_DUE = _MATTERS.where(_MINE, matter.c.closed_at == null(), matter.c.due_at <= bindparam("now")).order_by(
    matter.c.due_at, matter.c.code
)
_AGENDA = select(agenda.c.codes).where(
    agenda.c.community == bindparam("community"),
    agenda.c.channel == bindparam("channel"),
    agenda.c.account == bindparam("account"),
)


def _matter(row: Any, steps: tuple[Step, ...] = ()) -> Matter:  # noqa: ANN401 - a row of _COLUMNS
    code, sort, state, subject, grid, role, person, line, concerns, opened_at, due_at, closed_at, facts, moved = row
    return Matter(
        code=code,
        sort=sort,
        state=state,
        subject=subject,
        grid=grid,
        holder=Holder(role or None, person),
        line=line,
        concerns=tuple(json.loads(concerns)),
        opened_at=opened_at,
        due_at=due_at,
        closed_at=closed_at,
        facts=json.loads(facts),
        version=moved,
        steps=steps,
    )


async def matter_at(reader: Reader, query: MatterAt) -> Matter | None:
    """One matter with its steps."""
    row = await reader.first(_ONE, code=query.code)
    if row is None:
        return None
    return _matter(row, tuple(Step(*step) for step in await reader.all(_STEPS, code=query.code)))


async def open_matters(reader: Reader, query: OpenMatters) -> tuple[Matter, ...]:
    """Open matters of a grid, a sort, a subject, or any."""
    rows = await reader.all(_OPEN, grid=query.grid, sort=query.sort, subject=query.subject)
    return tuple(_matter(row) for row in rows)


async def matters_of(reader: Reader, query: MattersOf) -> tuple[Matter, ...]:
    """A subject's matters of one sort."""
    rows = await reader.all(_OF_SUBJECT, subject=query.subject, sort=query.sort, since=query.since)
    return tuple(_matter(row) for row in rows)


async def matters_since(reader: Reader, query: MattersSince) -> tuple[Matter, ...]:
    """All matters of one sort within a time."""
    rows = await reader.all(_SINCE, sort=query.sort, since=query.since, until=query.until)
    return tuple(_matter(row) for row in rows)


async def matters_due(reader: Reader, query: MattersDue) -> tuple[Matter, ...]:
    """Open matters whose time has come."""
    return tuple(_matter(row) for row in await reader.all(_DUE, now=query.now))


async def agenda_of(reader: Reader, query: AgendaOf) -> tuple[str, ...]:
    """The rows an account was shown last."""
    row = await reader.first(_AGENDA, channel=query.account.channel, account=query.account.id)
    return tuple(json.loads(row[0])) if row else ()


ANSWERS = {
    MatterAt: matter_at,
    OpenMatters: open_matters,
    MattersOf: matters_of,
    MattersSince: matters_since,
    MattersDue: matters_due,
    AgendaOf: agenda_of,
}
