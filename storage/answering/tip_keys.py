"""Who holds a key for tip-offs, who saw what, what may be taken, and the texts for whoever has the passphrase."""

import asyncio
import base64
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import bindparam, func, select

from domain.members import Duty, Subject
from domain.roles import Role
from domain.tips.padding import unpad
from domain.tips.pool import PoolWaits, unpacked
from domain.tips.queries import KeyHolders, PublicKeyOf, ReadTip, RewardOpen, SignsIn, TipCounts, TipStaff, TipViewers
from storage.posting.tip_pool import POOL
from storage.reading import Reader
from storage.tables.members import binding, duty, staff, subject
from storage.tables.tips import tip_count, tip_key, tip_part, tip_reward, tip_view, tip_wrap
from storage.vault import sealing
from storage.vault.vault import Vault

_HOLDERS = select(tip_key.c.person).where(tip_key.c.community == bindparam("community"))
_PUBLIC = select(tip_key.c.public).where(
    tip_key.c.community == bindparam("community"), tip_key.c.person == bindparam("person")
)
_REACHED = _HOLDERS.distinct().join(
    duty, (duty.c.community == tip_key.c.community) & (duty.c.person == tip_key.c.person)
)
_STAFF = (
    select(
        staff.c.id,
        staff.c.name,
        staff.c.role,
        staff.c.grid,
        staff.c.unit,
        staff.c.recusals,
        subject.c.household,
        subject.c.address,
        subject.c.kind,
        subject.c.name,
    )
    .outerjoin(duty, (duty.c.community == staff.c.community) & (duty.c.person == staff.c.id))
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
    .where(staff.c.community == bindparam("community"), staff.c.state == "")
    .order_by(staff.c.id)
)
_SIGNS = select(subject.c.id, subject.c.kind, subject.c.name, subject.c.grid, subject.c.address).where(
    subject.c.community == bindparam("community"),
    subject.c.kind != "resident",
    subject.c.state == "",
)
_VIEWERS = (
    select(tip_view.c.role, func.count(func.distinct(tip_view.c.person)))
    .where(tip_view.c.community == bindparam("community"), tip_view.c.code == bindparam("code"))
    .group_by(tip_view.c.role)
    .order_by(tip_view.c.role)
)
_COUNTS = select(tip_count.c.kind, tip_count.c.count).where(
    tip_count.c.community == bindparam("community"), tip_count.c.month == bindparam("month")
)
_REWARD = select(tip_reward.c.until_on).where(
    tip_reward.c.community == bindparam("community"), tip_reward.c.mark == bindparam("mark")
)
_SEALED = (
    select(tip_part.c.body, tip_wrap.c.wrap)
    .join(
        tip_wrap,
        (tip_wrap.c.community == tip_part.c.community)
        & (tip_wrap.c.code == tip_part.c.code)
        & (tip_wrap.c.part == tip_part.c.part),
    )
    .where(
        tip_part.c.community == bindparam("community"),
        tip_part.c.code == bindparam("code"),
        tip_part.c.kind == "text",
        tip_wrap.c.person == bindparam("person"),
    )
    .order_by(tip_part.c.part)
)


def _vault(reader: Reader) -> Vault:
    if reader.vault is None:
        raise LookupError("this book was opened without its keys")
    return reader.vault


async def key_holders(reader: Reader, query: KeyHolders) -> frozenset[int]:
    """Whose keys are set up."""
    return frozenset(row[0] for row in await reader.all(_REACHED if query.reachable else _HOLDERS))


async def public_key_of(reader: Reader, query: PublicKeyOf) -> bytes | None:
    """One staff member's key."""
    row = await reader.first(_PUBLIC, person=query.person)
    return bytes(row[0]) if row else None


async def tip_staff(reader: Reader, _query: TipStaff) -> tuple[Duty, ...]:
    """Everybody with a duty, what concerns them among ``recused``: their homes and shops too, as accounts tell."""
    known: dict[int, Duty] = {}
    homes: dict[int, list[str]] = defaultdict(list)
    for person, name, role, grid, unit, recusals, *own in await reader.all(_STAFF):
        known[person] = Duty(person, name, role, grid, unit, recused=tuple(json.loads(recusals or "[]")))
        household, address, kind, sign = own
        homes[person] += [part for part in (household, address, sign if kind != "resident" else "") if part]
    return tuple(replace(one, recused=(*one.recused, *homes[person])) for person, one in known.items())


async def signs_in(reader: Reader, query: SignsIn) -> tuple[Subject, ...]:
    """Shops and units by their signs; compared here, since a database may log what it is asked with."""
    signs = [Subject(*row) for row in await reader.all(_SIGNS)]
    found = (one for one in signs if len(one.name) > 1 and one.name in query.text)
    return tuple(sorted(found, key=lambda one: (-len(one.name), one.id)))


async def tip_viewers(reader: Reader, query: TipViewers) -> Mapping[Role, int]:
    """How many of each role saw a case."""
    return {row[0]: row[1] for row in await reader.all(_VIEWERS, code=query.code)}


async def tip_counts(reader: Reader, query: TipCounts) -> Mapping[str, int]:
    """A month's counts."""
    return {row[0]: row[1] for row in await reader.all(_COUNTS, month=query.month)}


async def reward_open(reader: Reader, query: RewardOpen) -> date | None:
    """Until when a reward may be taken."""
    vault = _vault(reader)
    row = await reader.first(_REWARD, mark=vault.mark("reward", vault.mark("receipt", query.receipt)))
    return date.fromisoformat(row[0]) if row else None


async def pool_waits(reader: Reader, _query: PoolWaits) -> int | None:
    """How many wait; a pool whose key is gone counts as empty."""
    row = await reader.first(POOL)
    if row is None:
        return None
    plain = _vault(reader).pools.open(bytes(row[1]), row[0])
    return len(unpacked(plain)) if plain else 0


async def read_tip(reader: Reader, query: ReadTip) -> tuple[str, ...] | None:
    """The texts, opened by a passphrase; the costly part of that runs beside the loop."""
    private = await asyncio.to_thread(_vault(reader).recipients.open, query.person, query.passphrase)
    if private is None:
        return None
    rows = await reader.all(_SEALED, code=query.code, person=query.person)
    try:
        return tuple(_text(row, private) for row in rows)
    except sealing.Unopened:
        # The passphrase of a key that the book does not know, or knows no more.
        return None


def _text(row: Any, private: bytes) -> str:  # noqa: ANN401 - a row of _SEALED
    key = sealing.unseal(base64.b64decode(row[1]), private)
    return unpad(sealing.unlock(bytes(row[0]), key))


ANSWERS = {
    KeyHolders: key_holders,
    PublicKeyOf: public_key_of,
    TipStaff: tip_staff,
    SignsIn: signs_in,
    TipViewers: tip_viewers,
    TipCounts: tip_counts,
    RewardOpen: reward_open,
    PoolWaits: pool_waits,
    ReadTip: read_tip,
}
