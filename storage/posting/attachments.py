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
    batch.write(statement, [asdict(one) | {"body": _numbered(batch, unit, one)} for unit, one in effects])


def _numbered(batch: Batch, unit: int, one: KeepAttachment) -> bytes:
    """A document that will be drawn has its new codes filled in; its id stays the one that was decided on."""
    return batch.text(unit, one.body.decode()).encode() if one.form else one.body


POSTERS: dict[type, Poster] = {KeepAttachment: keep_attachments}
