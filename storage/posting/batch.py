"""One batch: claims, watches, numbers, then every kind of effect in set statements."""

from typing import Any

import storage.posting as shelf
from domain.decision import Posted
from storage.posting.claims import claim, hold
from storage.posting.codes import number
from storage.posting.scope import Batch, Poster
from storage.shelf import gather

POSTERS: dict[type, Poster] = gather(shelf, "POSTERS", leaving_out=("batch",))


def post(batch: Batch) -> list[Posted]:
    """Post units together, in the transaction that is open or opens by itself; any exception must roll it back."""
    number(batch)
    claim(batch)
    hold(batch)
    by_kind: dict[type, list[tuple[int, Any]]] = {}
    for index, unit in enumerate(batch.units):
        for effect in unit.effects:
            by_kind.setdefault(type(effect), []).append((index, effect))
    for kind, effects in by_kind.items():
        POSTERS[kind](batch, effects)
    batch.finish()
    return [Posted(numbers, tuple(batch.later[index])) for index, numbers in enumerate(batch.numbers)]
