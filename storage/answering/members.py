"""Who an account is, which grid a room is, whom a staff line may mean."""

import json
from dataclasses import replace
from typing import Any

from sqlalchemy import String, bindparam, literal, null, select, union_all

from domain.counter import COUNTER
from domain.matters.matter import concerns_of
from domain.members import (
    AccountRef,
    AccountsOnDuty,
    Duty,
    FindSubjects,
    Grid,
    OnDuty,
    Room,
    RoomOf,
    Sender,
    SenderOf,
    Subject,
    SubjectAt,
    TailFits,
    watch_key,
)
from storage.reading import Reader
from storage.spelling import simplified
from storage.tables.members import account, binding, duty, grid, room, staff, subject
from storage.tables.work import version

_LIMIT = 4
_DUTY = (
    *(staff.c[name] for name in ("id", "role", "name", "grid", "unit", "recusals")),
    literal(0),
    staff.c.seat,
)
"""A duty's own columns; the number stands where a subject says whether it is a minor."""
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
    select(literal("duty"), *_DUTY)
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

_ROOM = (
    select(room.c.kind, grid.c.code, grid.c.name)
    .outerjoin(grid, (room.c.community == grid.c.community) & (room.c.grid == grid.c.code))
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

_SUBJECT_AT = select(*_SUBJECT).where(
    subject.c.community == bindparam("community"), subject.c.state == "", subject.c.id == bindparam("id")
)
_DUTY_ACCOUNTS = (
    select(duty.c.channel, duty.c.account)
    .distinct()
    .join(staff, (duty.c.community == staff.c.community) & (duty.c.person == staff.c.id))
    .where(staff.c.community == bindparam("community"), staff.c.state == "", staff.c.role == bindparam("role"))
    .order_by(duty.c.channel, duty.c.account)
)
_TAIL = select(subject.c.id).where(
    subject.c.community == bindparam("community"),
    subject.c.state == "",
    subject.c.id == bindparam("id"),
    subject.c.tail_mark != "",
    (bindparam("mark", type_=String) == "") | (subject.c.tail_mark == bindparam("mark")),
)
_ON_DUTY = (
    select(*_DUTY, *_SUBJECT)
    .distinct()
    .join(duty, (duty.c.community == staff.c.community) & (duty.c.person == staff.c.id))
    .outerjoin(
        binding,
        (binding.c.community == duty.c.community)
        & (binding.c.channel == duty.c.channel)
        & (binding.c.account == duty.c.account),
    )
    .outerjoin(
        subject,
        (subject.c.community == binding.c.community) & (subject.c.id == binding.c.subject) & (subject.c.state == ""),
    )
    .where(
        staff.c.community == bindparam("community"),
        staff.c.state == "",
        staff.c.role == bindparam("role"),
        (bindparam("grid", type_=String) == "") | (staff.c.grid == "") | (staff.c.grid == bindparam("grid")),
    )
    .order_by(staff.c.id, subject.c.id)
)


def as_subject(row: Any) -> Subject:  # noqa: ANN401 - a row of _SUBJECT
    """A subject from a row of its columns."""
    number, kind, name, grid_code, address, household, minor = row[:7]
    return Subject(number, kind, name, grid_code, address, household, bool(minor))


async def sender_of(reader: Reader, query: SenderOf) -> Sender:
    """Who an account is."""
    ref: AccountRef = query.account
    if ref.channel == COUNTER:
        return await _at_the_counter(reader, ref)
    rows = await reader.all(_SENDER, channel=ref.channel, account=ref.id, watched=watch_key(ref))
    numbers = {row[0]: row[1] for row in rows}
    return Sender(
        account=ref,
        subjects=tuple(as_subject(row[1:]) for row in rows if row[0] == "subject"),
        active=numbers.get("active", 0),
        duties=tuple(_duty(row[1:]) for row in rows if row[0] == "duty"),
        version=numbers.get("version", 0),
    )


async def _at_the_counter(reader: Reader, ref: AccountRef) -> Sender:
    """No binding and no duty: the subject that the account is named after, as long as the register has it."""
    subject = await subject_at(reader, SubjectAt(int(ref.id)))
    return Sender(ref, (subject,), subject.id) if subject else Sender(ref)


def _duty(row: Any) -> Duty:  # noqa: ANN401 - a row of _DUTIES
    person, role, name, grid_code, unit, recusals, _, seat = row
    return Duty(
        person,
        name,
        role,
        grid_code,
        unit,
        in_management_group=bool(seat),
        recused=tuple(json.loads(recusals or "[]")),
    )


async def room_of(reader: Reader, query: RoomOf) -> Room | None:
    """What a room was bound as."""
    row = await reader.first(_ROOM, channel=query.channel, room=query.room)
    return Room(row[0], Grid(row[1], row[2]) if row[1] else None) if row else None


async def find_subjects(reader: Reader, query: FindSubjects) -> tuple[Subject, ...]:
    """At most four subjects that fit exactly, or else in simplified characters."""
    if not (query.name or query.address):
        return ()
    for name in dict.fromkeys((query.name, simplified(query.name))):
        if rows := await reader.all(_FIND, name=name, address=query.address, grid=query.grid):
            return tuple(as_subject(row) for row in rows)
    return ()


async def subject_at(reader: Reader, query: SubjectAt) -> Subject | None:
    """The subject of a number."""
    row = await reader.first(_SUBJECT_AT, id=query.id)
    return as_subject(row) if row else None


async def tail_fits(reader: Reader, query: TailFits) -> bool:
    """Whether the phone's last digits are these; the marks themselves never leave the book."""
    return await reader.first(_TAIL, id=query.subject, mark=query.tail_mark) is not None


async def accounts_on_duty(reader: Reader, query: AccountsOnDuty) -> tuple[AccountRef, ...]:
    """Whoever acts in a role, by account."""
    return tuple(AccountRef(row[0], row[1]) for row in await reader.all(_DUTY_ACCOUNTS, role=query.role))


async def on_duty(reader: Reader, query: OnDuty) -> tuple[Duty, ...]:
    """Who serves a grid in a role and can be reached, whatever their accounts speak for among ``recused``."""
    known: dict[int, Duty] = {}
    for row in await reader.all(_ON_DUTY, role=query.role, grid=query.grid):
        found = known.get(row[0]) or _duty(row[: len(_DUTY)])
        own = () if row[len(_DUTY)] is None else concerns_of(as_subject(row[len(_DUTY) :]))
        known[found.person] = replace(found, recused=(*found.recused, *own))
    return tuple(known.values())


ANSWERS = {
    SenderOf: sender_of,
    RoomOf: room_of,
    FindSubjects: find_subjects,
    SubjectAt: subject_at,
    OnDuty: on_duty,
    AccountsOnDuty: accounts_on_duty,
    TailFits: tail_fits,
}
