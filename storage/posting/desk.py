"""What is done at the staff desk."""

import json
from collections.abc import Sequence

from sqlalchemy import bindparam, delete, insert, update

from domain.desk import ConfirmDuty, NoteAction, Recuse, TakeDuty, UnbindRoom
from storage.posting.codes import reserve
from storage.posting.scope import Batch, Poster
from storage.tables.desk import desk_action, duty_check
from storage.tables.members import duty, room, staff
from storage.upserting import upsert

_NOTE = insert(desk_action)
_TAKE = delete(duty).where(
    duty.c.community == bindparam("community"),
    duty.c.channel == bindparam("channel"),
    duty.c.account == bindparam("account"),
    duty.c.person == bindparam("person"),
)
_RECUSE = (
    update(staff)
    .where(staff.c.community == bindparam("its_community"), staff.c.id == bindparam("person"))
    .values(recusals=bindparam("concerns"))
)
_UNBIND = delete(room).where(
    room.c.community == bindparam("community"),
    room.c.channel == bindparam("channel"),
    room.c.room == bindparam("room"),
)


def note(batch: Batch, effects: Sequence[tuple[int, NoteAction]]) -> None:
    """Add to the list of what was done."""
    first = reserve(batch, "desk_action", len(effects))
    batch.write(
        _NOTE,
        [
            {"id": number, "who": effect.who, "what": effect.what, "at": batch.units[unit].at}
            for number, (unit, effect) in enumerate(effects, first)
        ],
    )


def take_duty(batch: Batch, effects: Sequence[tuple[int, TakeDuty]]) -> None:
    """Untie accounts from staff members."""
    batch.write(
        _TAKE,
        [
            {"channel": effect.account.channel, "account": effect.account.id, "person": effect.person}
            for _, effect in effects
        ],
    )


def recuse(batch: Batch, effects: Sequence[tuple[int, Recuse]]) -> None:
    """Keep staff members away from what concerns them."""
    for _, effect in effects:
        concerns = json.dumps(effect.concerns, ensure_ascii=False)
        row = {"its_community": batch.community, "person": effect.person, "concerns": concerns}
        batch.connection.execute(_RECUSE, row)


def confirm_duty(batch: Batch, effects: Sequence[tuple[int, ConfirmDuty]]) -> None:
    """Remember when a role was confirmed last."""
    statement = upsert(batch.dialect, duty_check, ("community", "person"), {"at": "excluded"})
    batch.write(statement, [{"person": effect.person, "at": batch.units[unit].at} for unit, effect in effects])


def unbind_room(batch: Batch, effects: Sequence[tuple[int, UnbindRoom]]) -> None:
    """Forget what rooms were."""
    batch.write(_UNBIND, [{"channel": effect.channel, "room": effect.room} for _, effect in effects])


POSTERS: dict[type, Poster] = {
    NoteAction: note,
    TakeDuty: take_duty,
    Recuse: recuse,
    ConfirmDuty: confirm_duty,
    UnbindRoom: unbind_room,
}
