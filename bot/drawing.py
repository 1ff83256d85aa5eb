"""Has kept documents drawn in a process of its own, one at a time, and remembers the last ones for the next chat."""

import asyncio
import logging
import os
import subprocess
import sys
from collections import OrderedDict
from pathlib import Path

import publishing
from domain.attachments import Attachment, AttachmentOf
from domain.document_files import document_of, signed
from domain.documents import WorkbookSheet
from domain.query import Book
from publishing.parcel import CHILD, NO_FONT, Parcel, packed

log = logging.getLogger(__name__)

_REMEMBERED = 8
_SECONDS = 90
_WRITER = "bot.workbook.written"
_HOUSE = Path(publishing.__file__).resolve().parents[1]
_KEPT_VARIABLES = ("PATH", "HOME", "USERPROFILE", "SYSTEMROOT", "TEMP", "TMP")


class Drawer:
    """Draws for the delivery; where something cannot be drawn, the text goes out alone."""

    def __init__(self, book: Book, font: str = "", community: str = "") -> None:
        self._book = book
        self._community = community
        self._font = font
        self._last: OrderedDict[Attachment, Attachment | None] = OrderedDict()
        self._turn = asyncio.Lock()

    async def draw(self, kept: Attachment) -> Attachment | None:
        """The picture or paper of a kept document, or None where it cannot be drawn."""
        async with self._turn:
            if kept not in self._last:
                self._last[kept] = await self._drawn(kept)
            self._last.move_to_end(kept)
            while len(self._last) > _REMEMBERED:
                self._last.popitem(last=False)
            return self._last[kept]

    async def _drawn(self, kept: Attachment) -> Attachment | None:
        try:
            named = signed(kept, self._community)
            photos = await self._photos(named)
            body = await asyncio.to_thread(_in_child, packed(Parcel(named, photos, self._font)), _child_for(kept))
        except (KeyError, ValueError, OSError, subprocess.SubprocessError) as failed:
            log.warning("not_drawn %s %s", kept.form, type(failed).__name__)
            return None
        if body is None:
            log.warning("not_drawn %s no_font", kept.form)
            return None
        return Attachment(kept.name, body)

    async def _photos(self, kept: Attachment) -> dict[str, bytes]:
        wanted = {number: await self._book.answer(AttachmentOf(number)) for number in document_of(kept).photos}
        return {number: photo.body for number, photo in wanted.items() if photo is not None}


def _child_for(kept: Attachment) -> str:
    return _WRITER if kept.form == WorkbookSheet.form else CHILD


def _in_child(given: bytes, child: str = CHILD) -> bytes | None:
    """What the child drew, or None where it found no font; it inherits no secrets from the environment."""
    environment = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    done = subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-P", "-m", child],
        input=given,
        capture_output=True,
        env={**environment, "PYTHONPATH": str(_HOUSE)},
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode == NO_FONT:
        return None
    done.check_returncode()
    return done.stdout
