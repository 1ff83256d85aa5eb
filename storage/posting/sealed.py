"""Messages that the outbox holds only sealed: not even whom they are for or when they were decided."""

import json
from collections.abc import Sequence

from domain.decision import Say
from domain.tips.effects import SaySealed
from domain.tips.padding import evened
from storage.days import day_of, start_of
from storage.posting.messages import ADD, milliseconds, payload
from storage.posting.scope import Batch, Poster
from storage.posting.tip_traces import misplace
from storage.tables.outbox import SEALED, outbox
from storage.vault.sealing import random_bytes

FIRST_SEALED = 2**61
"""From here on numbers of the outbox are those of sealed messages."""


def queue_sealed(batch: Batch, says: Sequence[tuple[int, Say]]) -> None:
    """Seal messages to the month's key; those of one unit to one person keep their order."""
    lines: dict[tuple[int, str], tuple[str, int]] = {}
    rows = []
    for unit, say in says:
        at = batch.units[unit].at
        target, number = lines.get((unit, str(say.to)), (f"{SEALED}{random_bytes(12).hex()}", _random_number()))
        lines[unit, str(say.to)] = (target, number + 1)
        body = json.dumps({"to": str(say.to), "said": payload(batch, unit, say)}, ensure_ascii=False)
        day = start_of(day_of(at))
        rows.append(
            {
                "id": number,
                "target": target,
                "payload": batch.safe.seal(evened(body.encode()), "outbox", day_of(at)),
                "urgency": int(say.urgency),
                "state": "pending",
                "created_at": day,
                "due_at": milliseconds(say.not_before) or day,
                "expires_at": milliseconds(say.expires_at),
            }
        )
    batch.write(ADD, rows)
    misplace(batch, outbox, [row["id"] for row in rows])


def _random_number() -> int:
    """No number of the outbox's own count, whose gaps would tell when something confidential was said."""
    return FIRST_SEALED + int.from_bytes(random_bytes(7)) * 2**4


def say_sealed(batch: Batch, effects: Sequence[tuple[int, SaySealed]]) -> None:
    """Put sealed messages into the outbox."""
    queue_sealed(batch, [(unit, effect.say) for unit, effect in effects])


POSTERS: dict[type, Poster] = {SaySealed: say_sealed}
