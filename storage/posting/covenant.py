"""The versions of the covenant."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from domain.covenant import Covenant
from storage.posting.scope import Batch, Poster
from storage.tables.covenant import covenant
from storage.upserting import How, upsert

_CHANGED: dict[str, How] = {
    column.name: "excluded" for column in covenant.c if column.name not in {"community", "version"}
}


def keep_covenants(batch: Batch, effects: Sequence[tuple[int, Covenant]]) -> None:
    """Write versions, or their next state."""
    statement = upsert(batch.dialect, covenant, ("community", "version"), _CHANGED)
    rows = [
        asdict(one)
        | {
            "articles": json.dumps(one.articles, ensure_ascii=False),
            "changes": json.dumps(one.changes, ensure_ascii=False),
        }
        for _, one in effects
    ]
    batch.write(statement, rows)


POSTERS: dict[type, Poster] = {Covenant: keep_covenants}
