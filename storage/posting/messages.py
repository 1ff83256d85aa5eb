"""What the bot will say: rows of the outbox, frozen as they were decided."""

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert

from domain.decision import Say, Target, Urgency
from storage.posting.codes import reserve
from storage.posting.scope import Batch, Poster
from storage.tables.outbox import outbox

ADD = insert(outbox)
COLUMNS = ("id", "target", "payload", "urgency", "state", "created_at", "due_at", "expires_at")
_json = json.JSONEncoder(ensure_ascii=False).encode


def milliseconds(moment: datetime | None) -> int | None:
    """A moment as the book keeps it."""
    return None if moment is None else int(moment.timestamp() * 1000)


def payload(batch: Batch, unit: int, say: Say) -> str:
    """What a message says, as JSON."""
    if not (say.card or say.mentions or say.file):
        return f'{{"text": {_json(batch.text(unit, say.text))}}}' if say.text else "{}"
    card = say.card and {
        "title": batch.text(unit, say.card.title),
        "lines": [batch.text(unit, line) for line in say.card.lines],
        "actions": [batch.text(unit, action) for action in say.card.actions],
    }
    body = {"text": batch.text(unit, say.text), "card": card, "mentions": say.mentions, "file": say.file}
    return _json({key: value for key, value in body.items() if value})


def queue(batch: Batch, effects: Sequence[tuple[int, Say]]) -> None:
    """Put messages into the outbox in the order in which they were decided."""
    first = reserve(batch, "outbox", len(effects))
    batch.write_rows(ADD, COLUMNS, [_row(batch, number, *effect) for number, effect in enumerate(effects, first)])


def tell(batch: Batch, at: int, urgency: Urgency, words: Sequence[tuple[Target, str]]) -> None:
    """Put many plain sentences into the outbox, to be said as soon as may be."""
    first = reserve(batch, "outbox", len(words))
    rows = [
        (number, str(to), f'{{"text": {_json(text)}}}', int(urgency), "pending", at, at, None)
        for number, (to, text) in enumerate(words, first)
    ]
    batch.write_rows(ADD, COLUMNS, rows)


def _row(batch: Batch, number: int, unit: int, say: Say) -> tuple[object, ...]:
    at, urgency = batch.units[unit].at, int(say.urgency)
    due, expires = milliseconds(say.not_before) or at, milliseconds(say.expires_at)
    return (number, str(say.to), payload(batch, unit, say), urgency, "pending", at, due, expires)


POSTERS: dict[type, Poster] = {Say: queue}
