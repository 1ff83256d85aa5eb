"""What became of messages of the outbox."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Update, bindparam, case, delete, insert, update

from domain.outbox import Mark, Settle, Spoke, Take
from domain.refusal import Moved
from storage.posting.codes import reserve
from storage.posting.scope import Batch, Poster
from storage.posting.sealed import FIRST_SEALED
from storage.tables.outbox import SEALED, outbox, spoken

_HOUR_MS = 3_600_000
_ONE = (outbox.c.community == bindparam("its_community"), outbox.c.id == bindparam("its_id"))


_IS_SEALED = outbox.c.target.startswith(SEALED)
_TELLING = frozenset({"served", "door", "platform_id"})
"""What would tell whom a sealed message went to."""


def _changing(*columns: str) -> dict[str, Any]:
    return {
        name: case((_IS_SEALED, ""), else_=bindparam(f"new_{name}")) if name in _TELLING else bindparam(f"new_{name}")
        for name in columns
    }


_KEYS = ("its_community", "its_id")
_CHANGED = ("state", "attempts", "due_at", "sent_at", "platform_id", "served", "door")
_MARKED = ("its_id", *(f"new_{name}" for name in _CHANGED))
_MARK = update(outbox).where(*_ONE).values(_changing(*_CHANGED)).execution_options(keys=_KEYS)
_TAKEN = (*_KEYS, "new_attempts", "new_due_at", "new_served")
_TAKE = (
    update(outbox)
    .where(*_ONE, outbox.c.state == "pending")
    .values(state="sending", **_changing("attempts", "due_at", "served"))
    .execution_options(keys=_KEYS)
)
_SETTLE = (
    update(outbox)
    .where(*_ONE, (outbox.c.state == "in_doubt") | (outbox.c.state == "dead"))
    .values(attempts=0, **_changing("state", "due_at", "served"))
)
_FORGET_SEALED = delete(outbox).where(*_ONE, _IS_SEALED)
_OVER = frozenset({"sent", "dead", "expired"})
_SPOKE = insert(spoken)
_FORGET = delete(spoken).where(spoken.c.community == bindparam("its_community"), spoken.c.at <= bindparam("until"))


def _listed(served: tuple[str, ...]) -> str:
    return json.dumps(served, ensure_ascii=False) if served else ""


def mark(batch: Batch, effects: Sequence[tuple[int, Mark]]) -> None:
    """Note what became of messages."""
    rows = [
        (
            effect.id,
            effect.state,
            effect.attempts,
            effect.due_at,
            effect.sent_at,
            effect.platform_id,
            _listed(effect.served),
            effect.door,
        )
        for _, effect in effects
    ]
    batch.write_rows(_MARK, _MARKED, rows, whose="its_community")
    over = [(effect.id,) for _, effect in effects if effect.id >= FIRST_SEALED and effect.state in _OVER]
    batch.write_rows(_FORGET_SEALED, ("its_id",), over, whose="its_community")


def take(batch: Batch, effects: Sequence[tuple[int, Take]]) -> None:
    """Claim messages for one sender; where one of them was taken meanwhile, none of them is."""
    if len({effect.id for _, effect in effects}) < len(effects):
        raise Moved
    # In order, against circles of senders that wait for each other.
    rows = sorted(
        (batch.community, effect.id, effect.attempts, effect.at, _listed(effect.served)) for _, effect in effects
    )
    batch.write_each((_TAKE, _TAKEN, rows))


def settle(batch: Batch, effects: Sequence[tuple[int, Settle]]) -> None:
    """Carry out what a person decided."""
    for _, effect in effects:
        row = {"new_state": effect.state, "new_due_at": effect.due_at, "new_served": _listed(effect.served)}
        _guarded(batch, _SETTLE, effect.id, row)


def _guarded(batch: Batch, statement: Update, number: int, row: dict[str, Any]) -> None:
    done = batch.connection.execute(statement, {"its_community": batch.community, "its_id": number, **row})
    if done.rowcount != 1:
        raise Moved


def spoke(batch: Batch, effects: Sequence[tuple[int, Spoke]]) -> None:
    """Count messages for the quotas; what is older than the longest of them is forgotten."""
    first = reserve(batch, "spoken", len(effects))
    rows = [
        {"id": number, "channel": effect.channel, "conversation": effect.conversation, "at": effect.at}
        for number, (_, effect) in enumerate(effects, first)
    ]
    batch.write(_SPOKE, rows)
    until = min(effect.at for _, effect in effects) - _HOUR_MS
    batch.connection.execute(_FORGET, {"its_community": batch.community, "until": until})


POSTERS: dict[type, Poster] = {Mark: mark, Take: take, Settle: settle, Spoke: spoke}
