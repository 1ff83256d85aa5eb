"""Months in figures: a month is kept once."""

from collections.abc import Sequence
from dataclasses import asdict

from domain.demand import Unmet
from domain.figures.participation import KeepParticipation
from storage.posting.scope import Batch, Poster
from storage.tables.figures import participation, unmet
from storage.upserting import upsert


def keep(batch: Batch, effects: Sequence[tuple[int, KeepParticipation]]) -> None:
    """Add rows; what was kept before stays as it was."""
    statement = upsert(batch.dialect, participation, ("community", "month", "grid"), {})
    batch.write(statement, [{"month": effect.month, **asdict(row)} for _, effect in effects for row in effect.rows])


def count_unmet(batch: Batch, effects: Sequence[tuple[int, Unmet]]) -> None:
    """Add to what was wanted in vain."""
    statement = upsert(batch.dialect, unmet, ("community", "month", "sort", "what", "why"), {"count": "add"})
    batch.write(statement, [asdict(one) for _, one in effects])


POSTERS: dict[type, Poster] = {KeepParticipation: keep, Unmet: count_unmet}
