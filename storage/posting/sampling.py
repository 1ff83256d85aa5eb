"""Rows of the ledger that supervisors were shown."""

from collections.abc import Sequence

from domain.sampling import RowShown
from storage.posting.scope import Batch, Poster
from storage.tables.sampling import shown_row
from storage.upserting import upsert


def show(batch: Batch, effects: Sequence[tuple[int, RowShown]]) -> None:
    """Note the first time."""
    statement = upsert(batch.dialect, shown_row, ("community", "code", "person"), {})
    rows = [{"code": one.code, "person": one.person, "at": batch.units[unit].at} for unit, one in effects]
    batch.write(statement, rows)


POSTERS: dict[type, Poster] = {RowShown: show}
