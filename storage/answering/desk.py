"""What the staff desk shows."""

import json
from collections.abc import Mapping
from itertools import groupby
from typing import Any

from sqlalchemy import bindparam, func, select, union_all

from domain.desk import (
    AccountsNamed,
    BoundRoom,
    BoundRooms,
    DeskAction,
    KnownAccount,
    LastDone,
    RecentActions,
    StaffMember,
    StaffRoll,
)
from domain.members import AccountRef
from storage.reading import Reader
from storage.tables.desk import desk_action, duty_check
from storage.tables.ledger import entry
from storage.tables.matters import matter_step
from storage.tables.members import binding, duty, room, staff, subject
from storage.tables.work import job_run

_ESCAPE = "/"
_ACTED = union_all(
    *(
        select(table.c.person, func.max(at))
        .where(table.c.community == bindparam("community"), table.c.person > 0)
        .group_by(table.c.person)
        for table, at in ((matter_step, matter_step.c.at), (entry, entry.c.posted_at))
    )
)
_ROLL = (
    select(
        staff.c.id,
        staff.c.name,
        staff.c.role,
        staff.c.grid,
        staff.c.unit,
        staff.c.recusals,
        duty_check.c.at,
        duty.c.channel,
        duty.c.account,
        subject.c.id,
        subject.c.name,
        subject.c.grid,
        subject.c.address,
    )
    .outerjoin(duty_check, (duty_check.c.community == staff.c.community) & (duty_check.c.person == staff.c.id))
    .outerjoin(duty, (duty.c.community == staff.c.community) & (duty.c.person == staff.c.id))
    .outerjoin(
        binding,
        (binding.c.community == duty.c.community)
        & (binding.c.channel == duty.c.channel)
        & (binding.c.account == duty.c.account),
    )
    .outerjoin(subject, (subject.c.community == binding.c.community) & (subject.c.id == binding.c.subject))
    .where(staff.c.community == bindparam("community"), staff.c.state == "")
    .order_by(staff.c.id, duty.c.channel, duty.c.account, subject.c.id)
)
_NAMED = (
    select(binding.c.channel, binding.c.account, subject.c.id, subject.c.name, subject.c.grid, subject.c.address)
    .join(subject, (subject.c.community == binding.c.community) & (subject.c.id == binding.c.subject))
    .where(
        binding.c.community == bindparam("community"),
        subject.c.state == "",
        subject.c.name.like(bindparam("pattern"), escape=_ESCAPE),
    )
    .order_by(subject.c.name, subject.c.id, binding.c.channel, binding.c.account)
    .limit(50)
)
_ROOMS = (
    select(room.c.channel, room.c.room, room.c.kind, room.c.grid)
    .where(room.c.community == bindparam("community"))
    .order_by(room.c.kind.desc(), room.c.grid, room.c.channel, room.c.room)
)
_ACTIONS = (
    select(desk_action.c.who, desk_action.c.what, desk_action.c.at)
    .where(desk_action.c.community == bindparam("community"))
    .order_by(desk_action.c.id.desc())
    .limit(bindparam("count"))
)
_DONE = select(func.max(job_run.c.at)).where(
    job_run.c.community == bindparam("community"), job_run.c.key.like(bindparam("pattern"), escape=_ESCAPE)
)


async def staff_roll(reader: Reader, _query: StaffRoll) -> tuple[StaffMember, ...]:
    """All staff with their accounts; an account of several subjects is shown by its first."""
    rows = await reader.all(_ROLL)
    acted: dict[int, int] = {}
    for person, at in await reader.all(_ACTED):
        acted[person] = max(at, acted.get(person, 0))
    return tuple(_member(list(group), acted) for _, group in groupby(rows, lambda row: row[0]))


def _member(rows: list[Any], acted: Mapping[int, int]) -> StaffMember:
    accounts: dict[AccountRef, KnownAccount] = {}
    for *_, channel, account, number, name, grid, address in rows:
        if channel is not None:
            ref = AccountRef(channel, account)
            accounts.setdefault(ref, KnownAccount(ref, number or 0, name or "", grid or "", address or ""))
    number, name, role, grid, unit, recusals, confirmed_at = rows[0][:7]
    recused = tuple(json.loads(recusals or "[]"))
    known = tuple(accounts.values())
    return StaffMember(number, name, role, grid, unit, confirmed_at, known, recused, acted.get(number))


async def accounts_named(reader: Reader, query: AccountsNamed) -> tuple[KnownAccount, ...]:
    """Bound accounts by a part of the subject's name; nothing for no words."""
    if not query.words.strip():
        return ()
    rows = await reader.all(_NAMED, pattern=f"%{_literal(query.words.strip())}%")
    return tuple(KnownAccount(AccountRef(row[0], row[1]), *row[2:]) for row in rows)


def _literal(words: str) -> str:
    for sign in (_ESCAPE, "%", "_"):
        words = words.replace(sign, _ESCAPE + sign)
    return words


async def last_done(reader: Reader, query: LastDone) -> int | None:
    """The mark of a job that says it was done."""
    row = await reader.first(_DONE, pattern=f"{_literal(query.job)}|%|!done")
    return row[0] if row else None


async def bound_rooms(reader: Reader, _query: BoundRooms) -> tuple[BoundRoom, ...]:
    """All bound rooms."""
    return tuple(BoundRoom(*row) for row in await reader.all(_ROOMS))


async def recent_actions(reader: Reader, query: RecentActions) -> tuple[DeskAction, ...]:
    """The newest actions."""
    return tuple(DeskAction(*row) for row in await reader.all(_ACTIONS, count=query.limit))


ANSWERS = {
    StaffRoll: staff_roll,
    AccountsNamed: accounts_named,
    BoundRooms: bound_rooms,
    RecentActions: recent_actions,
    LastDone: last_done,
}
