"""Pictures and documents; the same bytes are kept once."""

from collections.abc import Sequence
from dataclasses import asdict

from domain.attachments import KeepAttachment
from storage.posting.scope import Batch, Poster
from storage.tables.attachments import attachment
from storage.upserting import upsert


def keep_attachments(batch: Batch, effects: Sequence[tuple[int, KeepAttachment]]) -> None:
    """Keep what is not there yet."""
    statement = upsert(batch.connection.dialect.name, attachment, ("community", "id"), {"expires_at": "excluded"})
    batch.write(statement, [asdict(one) for _, one in effects])


POSTERS: dict[type, Poster] = {KeepAttachment: keep_attachments}
