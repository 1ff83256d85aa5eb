"""Pictures and documents of the book."""

from sqlalchemy import bindparam, select

from domain.attachments import Attachment, AttachmentOf
from domain.tips.padding import unpad_photo
from storage.reading import Reader
from storage.tables.attachments import attachment
from storage.tables.tips import tip_part
from storage.vault.sealing import unlock

_ONE = select(attachment.c.name, attachment.c.body, attachment.c.form).where(
    attachment.c.community == bindparam("community"), attachment.c.id == bindparam("id")
)

_PHOTO = select(tip_part.c.body).where(
    tip_part.c.community == bindparam("community"),
    tip_part.c.code == bindparam("code"),
    tip_part.c.part == bindparam("part"),
)
_TIP = "tip:"


async def _tip_photo(reader: Reader, number: str) -> Attachment | None:
    _, code, part, key = number.split(":")
    row = await reader.first(_PHOTO, code=code, part=part)
    return Attachment("photo.jpg", unpad_photo(unlock(bytes(row[0]), bytes.fromhex(key)))) if row else None


async def attachment_of(reader: Reader, query: AttachmentOf) -> Attachment | None:
    """One attachment by its id; a tip-off's photo by an id that holds its key, known only to sealed cards."""
    if query.id.startswith(_TIP):
        return await _tip_photo(reader, query.id)
    row = await reader.first(_ONE, id=query.id)
    return Attachment(row[0], bytes(row[1]), row[2]) if row else None


ANSWERS = {AttachmentOf: attachment_of}
