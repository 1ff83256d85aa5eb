"""The sealed parts of tip-offs: each under a key of its own, which is sealed to those who may read it."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import bindparam, insert, select, update

from domain.tips.effects import Rewrap
from storage.posting.scope import Batch, Poster
from storage.tables.tips import tip_case, tip_key, tip_part, tip_recipient, tip_wrap
from storage.vault import sealing

BOT = 0
"""The staff number under which the bot's own wrap stands until the hand-over."""
_PUBLICS = (
    select(tip_key.c.person, tip_key.c.public)
    .join(
        tip_recipient,
        (tip_recipient.c.community == tip_key.c.community) & (tip_recipient.c.person == tip_key.c.person),
    )
    .where(tip_key.c.community == bindparam("community"), tip_recipient.c.code == bindparam("code"))
)
_WRAPS = (
    select(tip_wrap.c.code, tip_wrap.c.part, tip_wrap.c.wrap)
    .join(tip_case, (tip_case.c.community == tip_wrap.c.community) & (tip_case.c.code == tip_wrap.c.code))
    .where(
        tip_wrap.c.community == bindparam("community"),
        tip_wrap.c.person == bindparam("person"),
        tip_case.c.closed_on == "",
    )
)
_REWRAP = (
    update(tip_wrap)
    .where(
        tip_wrap.c.community == bindparam("its_community"),
        tip_wrap.c.code == bindparam("its_code"),
        tip_wrap.c.part == bindparam("its_part"),
        tip_wrap.c.person == bindparam("its_person"),
    )
    .values(wrap=bindparam("fresh"))
)


@dataclass(frozen=True, slots=True)
class Part:
    """A padded text or photo of a case."""

    code: str
    kind: Literal["text", "photo"]
    padded: bytes
    on: date


def rewrap(batch: Batch, effects: Sequence[tuple[int, Rewrap]]) -> None:
    """Move the open cases of staff members to their new keys."""
    for _, one in effects:
        for row in batch.read(_WRAPS, person=one.person).all():
            fresh = sealing.seal(sealing.unseal(base64.b64decode(row.wrap), one.old), one.public)
            place = {"its_code": row.code, "its_part": row.part, "its_person": one.person}
            values = {"its_community": batch.community, **place, "fresh": base64.b64encode(fresh).decode()}
            batch.connection.execute(_REWRAP, values)


def keep_parts(batch: Batch, parts: Sequence[Part]) -> None:
    """Seal parts to the recipients of their cases and, until the hand-over, to the bot's key of the month."""
    rows, wraps = [], []
    for part in parts:
        locked, name = sealing.lock(part.padded), sealing.random_bytes(16).hex()
        place = {"code": part.code, "part": name}
        rows.append(place | {"kind": part.kind, "body": locked.body})
        wraps.append(place | {"person": BOT, "wrap": batch.safe.seal(locked.key, "outbox", part.on)})
        wraps += [
            place | {"person": row.person, "wrap": base64.b64encode(sealing.seal(locked.key, row.public)).decode()}
            for row in batch.read(_PUBLICS, code=part.code)
        ]
    batch.write(insert(tip_part), sorted(rows, key=lambda row: str(row["part"])))
    batch.write(insert(tip_wrap), sorted(wraps, key=lambda row: str(row["part"])))


POSTERS: dict[type, Poster] = {Rewrap: rewrap}
