"""Pictures of the chats: files with names nobody can guess, made anew before they come here."""

import asyncio
import re
import secrets
from pathlib import Path

from domain.channel import PictureGone

_NAME = re.compile(r"[0-9a-f]{32}\.(?:jpg|png)")
_PNG = b"\x89PNG"
_AT = "/pictures/"


class Pictures:
    """A folder of pictures."""

    def __init__(self, directory: Path) -> None:
        self._folder = directory / "pictures"

    def keep(self, picture: bytes) -> str:
        """Keep one; its path on the server."""
        self._folder.mkdir(parents=True, exist_ok=True)
        name = f"{secrets.token_hex(16)}.{'png' if picture.startswith(_PNG) else 'jpg'}"
        (self._folder / name).write_bytes(picture)
        return _AT + name

    def file(self, name: str) -> Path | None:
        """The file of a name, or None where there is none."""
        file = self._folder / name
        return file if _NAME.fullmatch(name) and file.is_file() else None

    async def load(self, path: str) -> bytes:
        """The picture at a path; PictureGone where it is no longer there."""
        file = self.file(path.removeprefix(_AT))
        if file is None:
            raise PictureGone(path)
        return await asyncio.to_thread(file.read_bytes)
