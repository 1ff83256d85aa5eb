"""The grade each subject was told last."""

from collections.abc import Sequence

from domain.grading import GradeKept
from storage.posting.scope import Batch, Poster
from storage.tables.grading import grade_kept
from storage.upserting import How, upsert

_CHANGED: dict[str, How] = dict.fromkeys(("grade", "score", "warned", "refused"), "excluded")


def keep_grades(batch: Batch, effects: Sequence[tuple[int, GradeKept]]) -> None:
    """Replace what was kept."""
    statement = upsert(batch.dialect, grade_kept, ("community", "subject"), _CHANGED)
    rows = [
        {
            "subject": one.subject,
            "grade": one.grade,
            "score": one.score,
            "warned": int(one.warned),
            "refused": one.refused,
        }
        for _, one in effects
    ]
    batch.write(statement, rows)


POSTERS: dict[type, Poster] = {GradeKept: keep_grades}
