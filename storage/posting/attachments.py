"""Pictures and documents; the same bytes are kept once."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import bindparam, delete

from domain.attachments import EraseAttachments, KeepAttachment
from storage.posting.scope import Batch, Poster
from storage.tables.attachments import attachment
from storage.upserting import upsert

_ERASE = delete(attachment).where(
    attachment.c.community == bindparam("community"), attachment.c.expires_at <= bindparam("before")
)


def keep_attachments(batch: Batch, effects: Sequence[tuple[int, KeepAttachment]]) -> None:
    """Keep what is not there yet."""
    statement = upsert(batch.dialect, attachment, ("community", "id"), {"expires_at": "excluded"})
    batch.write(statement, [asdict(one) | {"body": _numbered(batch, unit, one)} for unit, one in effects])


def _numbered(batch: Batch, unit: int, one: KeepAttachment) -> bytes:
    """A document that will be drawn has its new codes filled in; its id stays the one that was decided on."""
    return batch.text(unit, one.body.decode()).encode() if one.form else one.body


def erase(batch: Batch, effects: Sequence[tuple[int, EraseAttachments]]) -> None:
    """Take out what is over its time; what has none stays."""
    batch.write(_ERASE, [{"before": effect.before} for _, effect in effects])


POSTERS: dict[type, Poster] = {KeepAttachment: keep_attachments, EraseAttachments: erase}
