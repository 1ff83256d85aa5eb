"""One batch: claims, watches, numbers, then every kind of effect in set statements."""

from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from sqlalchemy import Connection

import storage.posting as shelf
from domain.decision import Posted, Unit
from storage.posting.claims import claim, hold
from storage.posting.codes import number
from storage.posting.scope import Batch, Poster


def _posters() -> dict[type, Poster]:
    found: dict[type, Poster] = {}
    for module in sorted(iter_modules(shelf.__path__), key=lambda m: m.name):
        if module.name != "batch":
            found.update(getattr(import_module(f"{shelf.__name__}.{module.name}"), "POSTERS", {}))
    return found


POSTERS = _posters()


def post(connection: Connection, community: str, note_key: bytes, units: Sequence[Unit]) -> list[Posted]:
    """Post units together inside the transaction that is open; any exception must roll all of it back."""
    batch = Batch(connection, community, note_key, units)
    claim(batch)
    hold(batch)
    number(batch)
    by_kind: dict[type, list[tuple[int, Any]]] = {}
    for index, unit in enumerate(units):
        for effect in unit.effects:
            by_kind.setdefault(type(effect), []).append((index, effect))
    for kind, effects in by_kind.items():
        POSTERS[kind](batch, effects)
    return [Posted(numbers) for numbers in batch.numbers]
