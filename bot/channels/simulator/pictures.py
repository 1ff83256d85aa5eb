"""Pictures and documents of the chats: files with names nobody can guess; pictures are made anew before."""

import asyncio
import re
import secrets
from pathlib import Path

from domain.channel import PictureGone

_NAME = re.compile(r"[0-9a-f]{32}\.(?:jpg|png)")
_DOCUMENT = re.compile(r"[0-9a-f]{32}\.(?:pdf|xlsx|csv|txt|zip|bin)")
_ENDING = re.compile(r".*\.(pdf|xlsx|csv|txt|zip)", re.DOTALL)
_PNG = b"\x89PNG"
_AT, _FILES_AT = "/pictures/", "/files/"


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

    def keep_document(self, name: str, body: bytes) -> str:
        """Keep a document; its path on the server."""
        folder = self._folder.with_name("documents")
        folder.mkdir(parents=True, exist_ok=True)
        ending = _ENDING.fullmatch(name)
        kept = f"{secrets.token_hex(16)}.{ending[1] if ending else 'bin'}"
        (folder / kept).write_bytes(body)
        return _FILES_AT + kept

    def document(self, name: str) -> Path | None:
        """The document of a name, or None where there is none."""
        file = self._folder.with_name("documents") / name
        return file if _DOCUMENT.fullmatch(name) and file.is_file() else None

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
