"""What a thief carries off: every byte of the files, every row with its place and transaction, names of keys."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import text

from storage.database import Database
from storage.tables import metadata


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it lies there: its place among its table's rows and, on PostgreSQL, who wrote it."""

    table: str
    place: int
    transaction: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Dump:
    """Everything that was stolen."""

    raw: bytes
    rows: tuple[Row, ...]
    keys: tuple[tuple[str, float], ...]
    """Names of key files with their times; what is in them is not for the thief of a database."""

    def of(self, *tables: str) -> list[Row]:
        """The rows of tables, in the order of their places."""
        return [row for row in self.rows if row.table in tables]


async def stolen(database: Database, keys: Path) -> Dump:
    """Rows and bytes of the whole book, and the listing of the keys."""
    listing = tuple(
        (str(path.relative_to(keys)), path.stat().st_mtime) for path in sorted(keys.rglob("*")) if path.is_file()
    )
    if database.is_sqlite:
        file = Path(database.writer.url.database or "")
        raw = b"".join(path.read_bytes() for path in sorted(file.parent.glob(f"{file.name}*")))
        return Dump(raw, _of_sqlite(file), listing)
    rows = await _of_postgresql(database)
    pieces = (
        value if isinstance(value, bytes) else str(value).encode() for row in rows for value in row.values.values()
    )
    return Dump(b"\n".join(pieces), rows, listing)


def _of_sqlite(file: Path) -> tuple[Row, ...]:
    rows: list[Row] = []
    connection = sqlite3.connect(file)
    connection.row_factory = sqlite3.Row
    for table in metadata.sorted_tables:
        with_place = "" if table.dialect_options["sqlite"]["with_rowid"] is False else "rowid AS place_, "
        order = "rowid" if with_place else ", ".join(column.name for column in table.primary_key)
        for place, found in enumerate(connection.execute(f"SELECT {with_place}* FROM {table.name} ORDER BY {order}")):  # noqa: S608 - names of our own tables
            values = {name: found[name] for name in found.keys() if name != "place_"}  # noqa: SIM118 - a row, no dict
            rows.append(Row(table.name, place, 0, values))
    connection.close()
    return tuple(rows)


async def _of_postgresql(database: Database) -> tuple[Row, ...]:
    rows: list[Row] = []
    async with database.reader.connect() as connection:
        for table in metadata.sorted_tables:
            statement = text(f"SELECT xmin::text::bigint AS wrote_, * FROM {table.name} ORDER BY ctid")  # noqa: S608 - as above
            for place, found in enumerate((await connection.execute(statement)).mappings()):
                values = {name: value for name, value in found.items() if name != "wrote_"}
                rows.append(Row(table.name, place, found["wrote_"], values))
    return tuple(rows)
