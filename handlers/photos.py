"""The photo that came with a message, as it is kept."""

import hashlib

from domain.attachments import KeepAttachment
from domain.request import Request


def photo_of(request: Request) -> KeepAttachment | None:
    """What to keep of the message's photo, or None where there is none."""
    if request.picture is None:
        return None
    name = hashlib.sha256(request.picture).hexdigest()
    return KeepAttachment(name, f"{name[:12]}.jpg", request.picture)
