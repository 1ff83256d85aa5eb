"""What became of messages of the outbox."""

from collections.abc import Sequence

from sqlalchemy import bindparam, update

from domain.outbox import Mark
from storage.posting.scope import Batch, Poster
from storage.tables.outbox import outbox

_MARK = (
    update(outbox)
    .where(outbox.c.community == bindparam("its_community"), outbox.c.id == bindparam("its_id"))
    .values(
        state=bindparam("new_state"),
        attempts=bindparam("new_attempts"),
        due_at=bindparam("new_due_at"),
        sent_at=bindparam("new_sent_at"),
        platform_id=bindparam("new_platform_id"),
    )
)


def mark(batch: Batch, effects: Sequence[tuple[int, Mark]]) -> None:
    """Note what became of messages."""
    rows = [
        {
            "its_community": batch.community,
            "its_id": effect.id,
            "new_state": effect.state,
            "new_attempts": effect.attempts,
            "new_due_at": effect.due_at,
            "new_sent_at": effect.sent_at,
            "new_platform_id": effect.platform_id,
        }
        for _, effect in effects
    ]
    batch.connection.execute(_MARK, rows)


POSTERS: dict[type, Poster] = {Mark: mark}
