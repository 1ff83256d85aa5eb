"""Activities: opened under a plain number, moved on, their places and attendances."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import bindparam, insert, update

from domain.activities.activity import KeepAttendance, MoveActivity, OpenActivity, TakePlace
from storage.posting.codes import reserve
from storage.posting.scope import Batch, Poster
from storage.tables.activities import activity, attendance, signup
from storage.upserting import upsert

_OPEN = insert(activity)
_MOVE = (
    update(activity)
    .where(activity.c.community == bindparam("its_community"), activity.c.id == bindparam("its_id"))
    .values(state=bindparam("new_state"), done=bindparam("new_done"))
)
_KEYS = ("community", "activity", "subject")


def open_activities(batch: Batch, effects: Sequence[tuple[int, OpenActivity]]) -> None:
    """Open activities under their new numbers."""
    rows = [
        {
            **asdict(new.plan),
            **asdict(new.organiser),
            "id": batch.code(unit, new.code),
            "in_code": new.in_code,
            "out_code": new.out_code,
            "state": "open",
            "done": " ".join(new.done),
        }
        for unit, new in effects
    ]
    batch.write(_OPEN, rows)


def move_activities(batch: Batch, effects: Sequence[tuple[int, MoveActivity]]) -> None:
    """Take activities to their next state; the unit's watch has made sure that nobody was quicker."""
    rows = [
        {
            "its_community": batch.community,
            "its_id": move.number,
            "new_state": move.state,
            "new_done": " ".join(move.done),
        }
        for _, move in effects
    ]
    batch.connection.execute(_MOVE, rows)


def take_places(batch: Batch, effects: Sequence[tuple[int, TakePlace]]) -> None:
    """Take places or give them back; who comes anew stands at the end of the line."""
    first = reserve(batch, "signup", len(effects))
    rows: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    for turn, (_, one) in enumerate(effects, first):
        row = {"activity": one.activity, "subject": one.subject, "turn": turn, "state": one.state}
        rows[one.keeps_turn].append(row)
    dialect = batch.dialect
    batch.write(upsert(dialect, signup, _KEYS, {"state": "excluded", "turn": "excluded"}), rows[False])
    batch.write(upsert(dialect, signup, _KEYS, {"state": "excluded"}), rows[True])


def keep_attendances(batch: Batch, effects: Sequence[tuple[int, KeepAttendance]]) -> None:
    """Keep what is known of attendances."""
    names = ("in_at", "out_at", "how", "minutes", "state", "witness")
    statement = upsert(batch.dialect, attendance, _KEYS, dict.fromkeys(names, "excluded"))
    batch.write(statement, [asdict(one.attendance) for _, one in effects])


POSTERS: dict[type, Poster] = {
    OpenActivity: open_activities,
    MoveActivity: move_activities,
    TakePlace: take_places,
    KeepAttendance: keep_attendances,
}
