"""What a poster knows of the batch it writes for."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, CursorResult, Delete, Executable, FromClause, Insert, Update

from domain.code import NewCode, fill
from domain.decision import Unit
from storage.posting.known import Known
from storage.posting.sets import Changing, Write, write_all
from storage.vault.vault import Vault


@dataclass(slots=True)
class Batch:
    """Units posted in one transaction of one community; what is only written waits, and goes out together."""

    _connection: Connection
    community: str
    note_key: bytes
    units: Sequence[Unit]
    numbers: list[dict[NewCode, int]] = field(default_factory=list)
    """For each unit, the numbers of its new codes."""
    reserved: dict[str, tuple[int, int]] = field(default_factory=dict)
    """For each kind of number, the next of those that were taken for this batch, and how many are left."""
    later: defaultdict[int, list[Any]] = field(default_factory=lambda: defaultdict(list))
    """For each unit, the effects of which only a part was posted: the rest goes into a transaction of its own."""
    vault: Vault | None = None
    known: Known = field(default_factory=Known)
    """What need not be read; as the batch leaves it."""
    waiting: dict[FromClause, tuple[Write, ...]] = field(default_factory=dict)

    @property
    def connection(self) -> Connection:
        """For what looks at the book or changes rows: whatever was written before is there."""
        self.flush()
        return self._connection

    @property
    def ahead(self) -> Connection:
        """For what no row that waits could change."""
        return self._connection

    @property
    def dialect(self) -> str:
        """The name of the database's dialect."""
        return self._connection.dialect.name

    @property
    def safe(self) -> Vault:
        """The door to the keys; a book that was opened without them posts nothing confidential."""
        if self.vault is None:
            raise LookupError("this book was opened without its keys")
        return self.vault

    def write(self, statement: Insert | Delete, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run one statement for many rows of this community; nothing where there are none."""
        if rows:
            columns = tuple(rows[0])
            values = itemgetter(*columns) if len(columns) > 1 else lambda row: (row[columns[0]],)
            self.write_rows(statement, columns, list(map(values, rows)))

    def write_rows(
        self, statement: Changing, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]], whose: str = "community"
    ) -> None:
        """The same for rows that are tuples already; ``whose`` is how the statement names the community."""
        if rows:
            whole = [(self.community, *row) for row in rows]
            self._wait(Write(statement, (whose, *columns), whole))

    def write_each(self, *shapes: tuple[Insert | Update, tuple[str, ...], Sequence[tuple[Any, ...]]]) -> None:
        """Statements on different rows of one table, for rows that begin with the community.

        Where one of the rows does not change exactly one of the table, Moved is raised before the batch is committed.
        """
        if writes := [Write(*shape, each=True) for shape in shapes if shape[-1]]:
            self._wait(*writes)

    def _wait(self, *writes: Write) -> None:
        table = writes[0].statement.table
        if table in self.waiting:
            self.flush()
        self.waiting[table] = writes

    def flush(self) -> None:
        """Send what waits."""
        if self.waiting:
            waiting, self.waiting = list(chain.from_iterable(self.waiting.values())), {}
            write_all(self._connection, waiting)

    def finish(self) -> None:
        """Send the rest; a statement that is all of the batch is a transaction by itself."""
        # What takes longest is looked at last.
        if self.waiting and not self._connection.in_transaction() and self._is_one_statement():
            self._connection.execution_options(isolation_level="AUTOCOMMIT")
        self.flush()

    def _is_one_statement(self) -> bool:
        return all(write.at_once for writes in self.waiting.values() for write in writes)

    def read(self, statement: Executable, **values: object) -> CursorResult[Any]:
        """Run one statement that looks or changes for this community."""
        return self.connection.execute(statement, {"community": self.community, **values})

    def code(self, unit: int, code: NewCode | int) -> int:
        """The number behind a code that may still be new."""
        return code if isinstance(code, int) else self.numbers[unit][code]

    def text(self, unit: int, text: str) -> str:
        """The text with the new codes filled in."""
        return fill(text, self.numbers[unit])


Poster = Callable[[Batch, Sequence[tuple[int, Any]]], None]
"""Writes all effects of one kind in a batch; each comes with the index of its unit."""
