"""Matters: opened, moved on step by step, and the numbered rows that people were shown."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, insert, update

from domain.matters.matter import KeepAgenda, MoveMatter, OpenMatter, Step
from storage.posting.codes import reserve
from storage.posting.scope import Batch, Poster
from storage.tables.matters import agenda, matter, matter_step
from storage.upserting import upsert

_MOVED = ("state", "role", "person", "line", "due_at", "closed_at", "facts")
_OPEN = insert(matter)
_STEP = insert(matter_step)
_MOVE = (
    update(matter)
    .where(matter.c.community == bindparam("its_community"), matter.c.code == bindparam("its_code"))
    .values({name: bindparam(f"new_{name}") for name in _MOVED})
)


def _json(batch: Batch, unit: int, value: Any) -> str:  # noqa: ANN401 - anything JSON holds
    return batch.text(unit, json.dumps(value, ensure_ascii=False, sort_keys=True))


def add_steps(batch: Batch, steps: Sequence[tuple[int, str, Step]]) -> None:
    """Note steps of matters, numbered over all."""
    first = reserve(batch, "step", len(steps))
    rows = [
        {
            "code": code,
            "step": number,
            "act": step.act,
            "person": step.person,
            "role": step.role,
            "note": batch.text(unit, step.note),
            "at": batch.units[unit].at,
        }
        for number, (unit, code, step) in enumerate(steps, first)
    ]
    batch.write(_STEP, rows)


def open_matters(batch: Batch, effects: Sequence[tuple[int, OpenMatter]]) -> None:
    """Open matters under their new codes."""
    rows = [
        {
            "code": batch.text(unit, str(new.code)),
            "sort": new.sort,
            "state": new.state,
            "subject": new.subject,
            "grid": new.grid,
            "role": new.holder.role or "",
            "person": new.holder.person,
            "line": batch.text(unit, new.line),
            "concerns": json.dumps(new.concerns, ensure_ascii=False),
            "opened_at": batch.units[unit].at,
            "due_at": new.due_at,
            "closed_at": batch.units[unit].at if new.closed else None,
            "facts": _json(batch, unit, dict(new.facts)),
        }
        for unit, new in effects
    ]
    batch.write(_OPEN, rows)
    add_steps(batch, [(unit, batch.text(unit, str(new.code)), new.step) for unit, new in effects])


def move_matters(batch: Batch, effects: Sequence[tuple[int, MoveMatter]]) -> None:
    """Take matters to their next state; the unit's watch has made sure that nobody was quicker."""
    rows = []
    for unit, move in effects:
        row = {
            "state": move.state,
            "role": move.holder.role or "",
            "person": move.holder.person,
            "line": batch.text(unit, move.matter.line if move.line is None else move.line),
            "due_at": move.due_at,
            "closed_at": batch.units[unit].at if move.closes else None,
            "facts": _json(batch, unit, {**move.matter.facts, **move.facts}),
        }
        key = {"its_community": batch.community, "its_code": move.matter.code}
        rows.append(key | {f"new_{name}": value for name, value in row.items()})
    batch.connection.execute(_MOVE, rows)
    add_steps(batch, [(unit, move.matter.code, move.step) for unit, move in effects])


def keep_agendas(batch: Batch, effects: Sequence[tuple[int, KeepAgenda]]) -> None:
    """Remember the numbered rows, instead of those shown before."""
    statement = upsert(batch.dialect, agenda, ("community", "channel", "account"), {"codes": "excluded"})
    rows = [
        {"channel": one.account.channel, "account": one.account.id, "codes": json.dumps(one.codes)}
        for _, one in effects
    ]
    batch.write(statement, rows)


POSTERS: dict[type, Poster] = {OpenMatter: open_matters, MoveMatter: move_matters, KeepAgenda: keep_agendas}
