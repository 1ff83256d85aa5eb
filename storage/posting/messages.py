"""What the bot will say: rows of the outbox, frozen as they were decided."""

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert

from domain.decision import Say
from storage.posting.codes import reserve
from storage.posting.scope import Batch, Poster
from storage.tables.outbox import outbox

ADD = insert(outbox)


def milliseconds(moment: datetime | None) -> int | None:
    """A moment as the book keeps it."""
    return None if moment is None else int(moment.timestamp() * 1000)


def payload(batch: Batch, unit: int, say: Say) -> str:
    """What a message says, as JSON."""
    card = say.card and {
        "title": batch.text(unit, say.card.title),
        "lines": [batch.text(unit, line) for line in say.card.lines],
        "actions": [batch.text(unit, action) for action in say.card.actions],
    }
    body = {"text": batch.text(unit, say.text), "card": card, "mentions": say.mentions, "file": say.file}
    return json.dumps({key: value for key, value in body.items() if value}, ensure_ascii=False)


def queue(batch: Batch, effects: Sequence[tuple[int, Say]]) -> None:
    """Put messages into the outbox in the order in which they were decided."""
    first = reserve(batch, "outbox", len(effects))
    rows = []
    for number, (unit, say) in enumerate(effects, first):
        at = batch.units[unit].at
        rows.append(
            {
                "id": number,
                "target": str(say.to),
                "payload": payload(batch, unit, say),
                "urgency": int(say.urgency),
                "state": "pending",
                "created_at": at,
                "due_at": milliseconds(say.not_before) or at,
                "expires_at": milliseconds(say.expires_at),
            }
        )
    batch.write(ADD, rows)


POSTERS: dict[type, Poster] = {Say: queue}
