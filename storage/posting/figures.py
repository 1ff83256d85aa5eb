"""Months in figures: a month is kept once."""

from collections.abc import Sequence
from dataclasses import asdict

from domain.figures.participation import KeepParticipation
from storage.posting.scope import Batch, Poster
from storage.tables.figures import participation
from storage.upserting import upsert


def keep(batch: Batch, effects: Sequence[tuple[int, KeepParticipation]]) -> None:
    """Add rows; what was kept before stays as it was."""
    statement = upsert(batch.dialect, participation, ("community", "month", "grid"), {})
    batch.write(statement, [{"month": effect.month, **asdict(row)} for _, effect in effects for row in effect.rows])


POSTERS: dict[type, Poster] = {KeepParticipation: keep}
