"""What was said and who is there, appended to files so that both survive a restart."""

import contextlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any


class Journal:
    """An append-only file of JSON lines; a line that was cut short by a crash is passed over."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._mend()

    def _mend(self) -> None:
        if self._path.exists() and not self._path.read_bytes().endswith(b"\n"):
            with self._path.open("ab") as file:
                file.write(b"\n")

    def read(self) -> Iterator[dict[str, Any]]:
        """Every line so far."""
        if not self._path.exists():
            return
        # By line feed only: what people write may hold other signs that Python takes for ends of lines.
        for line in self._path.read_bytes().split(b"\n"):
            with contextlib.suppress(ValueError):
                yield json.loads(line)

    def write(self, row: Mapping[str, Any]) -> None:
        """Append one line."""
        with self._path.open("ab") as file:
            file.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
