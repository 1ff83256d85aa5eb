"""What a poster knows of the batch it writes for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable

from domain.code import NewCode, fill
from domain.decision import Unit
from storage.posting.sets import write_all
from storage.vault.vault import Vault


@dataclass(slots=True)
class Batch:
    """Units posted in one transaction of one community."""

    connection: Connection
    community: str
    note_key: bytes
    units: Sequence[Unit]
    numbers: list[dict[NewCode, int]] = field(default_factory=list)
    """For each unit, the numbers of its new codes."""
    vault: Vault | None = None

    @property
    def safe(self) -> Vault:
        """The door to the keys; a book that was opened without them posts nothing confidential."""
        if self.vault is None:
            raise LookupError("this book was opened without its keys")
        return self.vault

    def write(self, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run one statement for many rows of this community; nothing where there are none."""
        if rows:
            write_all(self.connection, statement, [{"community": self.community, **row} for row in rows])

    def read(self, statement: Executable, **values: object) -> CursorResult[Any]:
        """Run one reading statement for this community."""
        return self.connection.execute(statement, {"community": self.community, **values})

    def code(self, unit: int, code: NewCode | int) -> int:
        """The number behind a code that may still be new."""
        return code if isinstance(code, int) else self.numbers[unit][code]

    def text(self, unit: int, text: str) -> str:
        """The text with the new codes filled in."""
        return fill(text, self.numbers[unit])


Poster = Callable[[Batch, Sequence[tuple[int, Any]]], None]
"""Writes all effects of one kind in a batch; each comes with the index of its unit."""
