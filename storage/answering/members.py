"""Who an account is, which grid a room is, whom a staff line may mean."""

import json
from typing import Any

from sqlalchemy import String, bindparam, literal, null, select, union_all

from domain.members import (
    AccountRef,
    Duty,
    FindSubjects,
    Grid,
    GridOfRoom,
    Sender,
    SenderOf,
    Subject,
    watch_key,
)
from storage.reading import Reader
from storage.tables.members import account, binding, duty, grid, room, staff, subject
from storage.tables.work import version

_LIMIT = 4
_SUBJECT = (
    subject.c.id,
    subject.c.kind,
    subject.c.name,
    subject.c.grid,
    subject.c.address,
    subject.c.household,
    subject.c.minor,
)


def _mine(table: Any) -> Any:  # noqa: ANN401 - a table, and a condition on it
    return (
        (table.c.community == bindparam("community"))
        & (table.c.channel == bindparam("channel"))
        & (table.c.account == bindparam("account"))
    )


_BOUND = (
    select(literal("subject"), *_SUBJECT, null())
    .join(binding, (binding.c.community == subject.c.community) & (binding.c.subject == subject.c.id))
    .where(_mine(binding), subject.c.state == "")
)
_DUTIES = (
    select(
        literal("duty"),
        staff.c.id,
        staff.c.role,
        staff.c.name,
        staff.c.grid,
        staff.c.unit,
        staff.c.recusals,
        literal(0),
        staff.c.seat,
    )
    .join(duty, (duty.c.community == staff.c.community) & (duty.c.person == staff.c.id))
    .where(_mine(duty), staff.c.state == "")
)
_ACTIVE = select(literal("active"), account.c.active, null(), null(), null(), null(), null(), literal(0), null()).where(
    _mine(account)
)
_VERSION = select(
    literal("version"), version.c.version, null(), null(), null(), null(), null(), literal(0), null()
).where(version.c.community == bindparam("community"), version.c.key == bindparam("watched"))
_SENDER = union_all(_BOUND, _DUTIES, _ACTIVE, _VERSION)
"""All that is known of an account, in one statement."""

_GRID = (
    select(grid.c.code, grid.c.name)
    .join(room, (room.c.community == grid.c.community) & (room.c.grid == grid.c.code))
    .where(
        room.c.community == bindparam("community"),
        room.c.channel == bindparam("channel"),
        room.c.room == bindparam("room"),
    )
)
_FIND = (
    select(*_SUBJECT)
    .where(
        subject.c.community == bindparam("community"),
        subject.c.state == "",
        (bindparam("name", type_=String) == "") | (subject.c.name == bindparam("name")),
        (bindparam("address", type_=String) == "") | (subject.c.address == bindparam("address")),
        (bindparam("grid", type_=String) == "") | (subject.c.grid == bindparam("grid")),
    )
    .order_by(subject.c.id)
    .limit(_LIMIT)
)


def as_subject(row: Any) -> Subject:  # noqa: ANN401 - a row of _SUBJECT
    """A subject from a row of its columns."""
    number, kind, name, grid_code, address, household, minor = row[:7]
    return Subject(number, kind, name, grid_code, address, household, bool(minor))


async def sender_of(reader: Reader, query: SenderOf) -> Sender:
    """Who an account is."""
    ref: AccountRef = query.account
    rows = await reader.all(_SENDER, channel=ref.channel, account=ref.id, watched=watch_key(ref))
    numbers = {row[0]: row[1] for row in rows}
    return Sender(
        account=ref,
        subjects=tuple(as_subject(row[1:]) for row in rows if row[0] == "subject"),
        active=numbers.get("active", 0),
        duties=tuple(_duty(row) for row in rows if row[0] == "duty"),
        version=numbers.get("version", 0),
    )


def _duty(row: Any) -> Duty:  # noqa: ANN401 - a row of _DUTIES
    _, person, role, name, grid_code, unit, recusals, _, seat = row
    return Duty(
        person,
        name,
        role,
        grid_code,
        unit,
        in_management_group=bool(seat),
        recused=tuple(json.loads(recusals or "[]")),
    )


async def grid_of_room(reader: Reader, query: GridOfRoom) -> Grid | None:
    """The grid whose group a room is."""
    row = await reader.first(_GRID, channel=query.channel, room=query.room)
    return Grid(row[0], row[1]) if row else None


async def find_subjects(reader: Reader, query: FindSubjects) -> tuple[Subject, ...]:
    """At most four subjects that fit exactly."""
    if not (query.name or query.address):
        return ()
    rows = await reader.all(_FIND, name=query.name, address=query.address, grid=query.grid)
    return tuple(as_subject(row) for row in rows)


ANSWERS = {SenderOf: sender_of, GridOfRoom: grid_of_room, FindSubjects: find_subjects}
