"""One batch: claims, watches, numbers, then every kind of effect in set statements."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

import storage.posting as shelf
from domain.decision import Posted, Unit
from storage.posting.claims import claim, hold
from storage.posting.codes import number
from storage.posting.scope import Batch, Poster
from storage.shelf import gather
from storage.vault.vault import Vault

POSTERS: dict[type, Poster] = gather(shelf, "POSTERS", leaving_out=("batch",))


def post(
    connection: Connection, community: str, note_key: bytes, units: Sequence[Unit], vault: Vault | None = None
) -> list[Posted]:
    """Post units together inside the transaction that is open; any exception must roll all of it back."""
    batch = Batch(connection, community, note_key, units, vault=vault)
    number(batch)
    claim(batch)
    hold(batch)
    by_kind: dict[type, list[tuple[int, Any]]] = {}
    for index, unit in enumerate(units):
        for effect in unit.effects:
            by_kind.setdefault(type(effect), []).append((index, effect))
    for kind, effects in by_kind.items():
        POSTERS[kind](batch, effects)
    batch.flush()
    return [Posted(numbers, tuple(batch.later[index])) for index, numbers in enumerate(batch.numbers)]
