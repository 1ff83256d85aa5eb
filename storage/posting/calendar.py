"""Jobs that somebody stops and lets go on."""

from collections.abc import Sequence

from domain.calendar import PauseJob
from storage.posting.scope import Batch, Poster
from storage.tables.work import job_pause
from storage.upserting import upsert


def pause(batch: Batch, effects: Sequence[tuple[int, PauseJob]]) -> None:
    """Remember what stands still since when."""
    columns = ("community", "job")
    statement = upsert(batch.dialect, job_pause, columns, {"paused": "excluded", "at": "excluded"})
    rows = [{"job": effect.job, "paused": int(effect.paused), "at": batch.units[unit].at} for unit, effect in effects]
    batch.write(statement, rows)


POSTERS: dict[type, Poster] = {PauseJob: pause}
