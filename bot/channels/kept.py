"""A few words of a channel in a file that survives restarts, where they have no place in the book."""

import os
from pathlib import Path

_LONGEST = 1024 * 1024


class Kept:
    """One file, always whole."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> str:
        """What was kept, empty where there is nothing yet."""
        try:
            return self._path.read_text("utf-8")[:_LONGEST].strip()
        except FileNotFoundError:
            return ""

    def keep(self, words: str) -> None:
        """Replaces it whole: a crash leaves the old words or the new ones."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_name(self._path.name + ".new")
        with fresh.open("w", encoding="utf-8") as file:
            file.write(words)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)
