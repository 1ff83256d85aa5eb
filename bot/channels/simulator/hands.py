"""Where the simulator's clock stood when it was looked at last, so that it goes on from there after a restart."""

import contextlib
from datetime import datetime
from pathlib import Path


class Hands:
    """Keeps one moment in a file; a file cut short by a crash counts as none."""

    def __init__(self, directory: Path) -> None:
        self._file = directory / "clock"

    def read(self) -> datetime | None:
        """The moment kept last, or None."""
        with contextlib.suppress(OSError, ValueError):
            return datetime.fromisoformat(self._file.read_text("ascii").strip())
        return None

    def keep(self, moment: datetime) -> None:
        """Keep a moment instead of the one before."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_suffix(".new")
        fresh.write_text(moment.isoformat(), "ascii")
        fresh.replace(self._file)
