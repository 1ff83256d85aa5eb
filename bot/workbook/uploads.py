"""Where an uploaded file lands: under a name of our own, whatever it calls itself."""

import re
from pathlib import Path

from bot.workbook import wording
from bot.workbook.limits import LIMITS, RefusedFileError

_SUFFIX = re.compile(r"\.(xlsx|csv)$", re.IGNORECASE)
_TOKEN = re.compile(r"^[A-Za-z0-9_-]{8,64}$")


def landing(folder: Path, said_name: str, token: str) -> Path:
    """The path to save under: of the sender's name only the kind of file is kept; the token is random."""
    match = _SUFFIX.search(said_name.strip())
    if match is None:
        raise RefusedFileError(wording.ONLY_THESE)
    if not _TOKEN.match(token):
        raise ValueError("the token must be 8 to 64 plain signs")
    return folder / f"{token}.{match[1].casefold()}"


def save_upload(folder: Path, said_name: str, token: str, data: bytes) -> Path:
    """Write an upload to its landing place, which must not exist yet."""
    if len(data) > LIMITS.file_bytes:
        raise RefusedFileError(wording.TOO_BIG)
    path = landing(folder, said_name, token)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("xb") as stream:
        stream.write(data)
    return path
