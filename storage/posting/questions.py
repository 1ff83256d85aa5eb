"""Open questions are kept as JSON beside who was asked; asking again replaces."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import bindparam, delete

from domain.questions import DropQuestion, KeepQuestion, Place
from storage.posting.scope import Batch, Poster
from storage.tables.questions import question
from storage.upserting import upsert

_DROP = delete(question).where(
    question.c.community == bindparam("community"),
    question.c.channel == bindparam("channel"),
    question.c.chat == bindparam("chat"),
    question.c.account == bindparam("account"),
)


def _place(place: Place) -> dict[str, object]:
    return {"channel": place.account.channel, "chat": place.chat, "account": place.account.id}


def keep(batch: Batch, effects: Sequence[tuple[int, KeepQuestion]]) -> None:
    """Ask at places, instead of whatever was asked there."""
    statement = upsert(
        batch.dialect,
        question,
        ("community", "channel", "chat", "account"),
        {"body": "excluded", "expires_at": "excluded"},
    )
    rows = []
    for unit, effect in effects:
        body = asdict(effect.question)
        row = _place(effect.place) | {"expires_at": body.pop("expires_at")}
        rows.append(row | {"body": batch.text(unit, json.dumps(body, ensure_ascii=False))})
    batch.write(statement, rows)


def drop(batch: Batch, effects: Sequence[tuple[int, DropQuestion]]) -> None:
    """Forget what was asked at places."""
    batch.write(_DROP, [_place(effect.place) for _, effect in effects])


POSTERS: dict[type, Poster] = {DropQuestion: drop, KeepQuestion: keep}
