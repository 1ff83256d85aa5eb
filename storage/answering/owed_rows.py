"""Rows of the outbox as the messages that are owed; sealed ones are opened right before they are sent."""

import json
from collections.abc import Iterable
from typing import Any

from domain.decision import Card, Target, Urgency
from domain.outbox import Owed
from storage.reading import Reader
from storage.tables.outbox import SEALED, outbox
from storage.vault.vault import Vault

COLUMNS = (
    outbox.c.id,
    outbox.c.target,
    outbox.c.payload,
    outbox.c.urgency,
    outbox.c.attempts,
    outbox.c.expires_at,
    outbox.c.created_at,
    outbox.c.due_at,
    outbox.c.served,
)


_URGENCIES = {int(urgency): urgency for urgency in Urgency}


def _target(text: str) -> Target:
    kind, _, rest = text.partition(":")
    if kind in {"account", "room"}:
        channel, _, number = rest.partition(":")
        return Target(kind, number, channel)  # type: ignore[arg-type]
    return Target(kind, rest)  # type: ignore[arg-type]


def opened(reader: Reader, rows: Iterable[Any]) -> tuple[Owed, ...]:
    """The messages of rows; sealed ones are opened right before they are sent, or left where their key is gone."""
    found = (_unsealed(reader.vault, row) if row[1].startswith(SEALED) else row for row in rows)
    return tuple(_owed(row) for row in found if row is not None)


def _unsealed(vault: Vault | None, row: Any) -> Any:  # noqa: ANN401 - a row of _COLUMNS
    plain = vault.open(row[2], "outbox") if vault else None
    if plain is None:
        return None
    body = json.loads(plain)
    return (row[0], body["to"], body["said"], *row[3:])


def _owed(row: Any) -> Owed:  # noqa: ANN401 - a row of _COLUMNS
    number, target, payload, urgency, attempts, expires_at, created_at, due_at, served = row
    body = json.loads(payload)
    card = body.get("card")
    return Owed(
        id=number,
        target=_target(target),
        text=body.get("text", ""),
        card=Card(card["title"], tuple(card["lines"]), tuple(card["actions"])) if card else None,
        mentions=tuple((account, name) for account, name in body["mentions"]) if "mentions" in body else (),
        file=body.get("file", ""),
        urgency=_URGENCIES[urgency],
        attempts=attempts,
        expires_at=expires_at,
        created_at=created_at,
        due_at=due_at,
        served=tuple(json.loads(served)) if served else (),
    )
