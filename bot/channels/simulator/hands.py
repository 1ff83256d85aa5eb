"""What the simulator has to know after a restart besides its chats: its clock, and how far all was dealt with."""

import contextlib
from datetime import datetime
from pathlib import Path


class Hands:
    """Keeps one moment, and how many messages were dealt with then; a file cut short by a crash counts as none."""

    def __init__(self, directory: Path) -> None:
        self._file = directory / "clock"

    def read(self) -> datetime | None:
        """The moment kept last, or None."""
        with contextlib.suppress(ValueError):
            return datetime.fromisoformat(self._lines()[0])
        return None

    def settled(self) -> int | None:
        """How many messages of the timeline were dealt with, or None where nobody knows."""
        with contextlib.suppress(ValueError, IndexError):
            return int(self._lines()[1])
        return None

    def keep(self, moment: datetime, settled: int) -> None:
        """Keep a moment and a count instead of the ones before."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_suffix(".new")
        fresh.write_text(f"{moment.isoformat()}\n{settled}\n", "ascii")
        fresh.replace(self._file)

    def _lines(self) -> list[str]:
        with contextlib.suppress(OSError, ValueError):
            return self._file.read_text("ascii").split("\n")
        return [""]
