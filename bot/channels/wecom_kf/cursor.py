"""How far the conversations have been read, kept in a file that survives restarts."""

import os
from pathlib import Path

_LONGEST = 4096


class Cursor:
    """The platform's own mark; empty before the first reading."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> str:
        """The mark, empty where there is none yet."""
        try:
            return self._path.read_text("utf-8")[:_LONGEST].strip()
        except FileNotFoundError:
            return ""

    def keep(self, mark: str) -> None:
        """Replaces the mark whole: a crash leaves the old one or the new one."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_name(self._path.name + ".new")
        with fresh.open("w", encoding="utf-8") as file:
            file.write(mark)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)
