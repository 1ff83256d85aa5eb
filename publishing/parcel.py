"""What the child process that draws is given, without anything that draws, so that asking for it costs no start."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass

from domain.attachments import Attachment

CHILD = "publishing.child"
NO_FONT = 3
"""How the child ends where it finds no font."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A kept document, the photos that it shows by their attachment ids, and the font of the settings."""

    kept: Attachment
    photos: Mapping[str, bytes]
    font: str = ""


def packed(parcel: Parcel) -> bytes:
    """A parcel as JSON."""
    content = {
        "name": parcel.kept.name,
        "form": parcel.kept.form,
        "body": parcel.kept.body.decode(),
        "photos": {number: base64.b64encode(body).decode() for number, body in parcel.photos.items()},
        "font": parcel.font,
    }
    return json.dumps(content).encode()


def unpacked(raw: bytes) -> Parcel:
    """The parcel again."""
    given = json.loads(raw)
    kept = Attachment(given["name"], given["body"].encode(), given["form"])
    return Parcel(kept, {number: base64.b64decode(body) for number, body in given["photos"].items()}, given["font"])
