"""Pictures and papers of the book as addresses that hold them whole, so that a page needs nothing else."""

import base64
from collections.abc import Mapping

from bot.web.desk.page import Visit

_TYPES = {"png": "image/png", "jpg": "image/jpeg", "pdf": "application/pdf"}


async def embedded(visit: Visit, file: str) -> Mapping[str, str] | None:
    """Its name and its address, None where there is none; ``picture`` is empty for what cannot be shown."""
    found = await visit.app.delivery.attachment(file) if file else None
    if found is None:
        return None
    kind = _TYPES.get(found.name.rpartition(".")[2], "application/octet-stream")
    body = base64.b64encode(found.body).decode()
    return {"name": found.name, "address": f"data:{kind};base64,{body}", "picture": "yes" if found.is_picture else ""}
