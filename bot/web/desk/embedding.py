"""Pictures and papers of the book as addresses that hold them whole, so that a page needs nothing else."""

import base64
from collections.abc import Mapping

from bot.web.desk.page import Visit
from domain.attachments import Attachment

_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


async def embedded(visit: Visit, file: str) -> Mapping[str, str] | None:
    """The kept picture or paper of an id, None where there is none."""
    found = await visit.app.delivery.attachment(file) if file else None
    return address_of(found) if found else None


def address_of(found: Attachment) -> Mapping[str, str]:
    """Its name and its address; ``picture`` is empty for what cannot be shown."""
    kind = _TYPES.get(found.name.rpartition(".")[2], "application/octet-stream")
    body = base64.b64encode(found.body).decode()
    return {"name": found.name, "address": f"data:{kind};base64,{body}", "picture": "yes" if found.is_picture else ""}
