"""What a thief carries off: every byte of the files, every row with its place and transaction, names of keys."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
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
    number: int = 0
    """On SQLite, the number that the database itself gave it."""


@dataclass(frozen=True, slots=True)
class Dump:
    """Everything that was stolen."""

    raw: bytes
    rows: tuple[Row, ...]
    keys: tuple[tuple[str, float], ...]
    """Names of key files with their times; what is in them is not for the thief of a database."""
    pages: tuple[tuple[str, int], ...] = ()
    """On SQLite, cases with the pages that their texts overflowed to."""
    grown: tuple[tuple[int, int], ...] = ()
    """On SQLite, pages of the ledger with the moment of the first entry on them."""

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
        rows = _of_sqlite(file)
        return Dump(raw, rows, listing, *_pages(file, rows))
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
            rows.append(Row(table.name, place, 0, values, found["place_"] if with_place else 0))
    connection.close()
    return tuple(rows)


def _pages(file: Path, rows: tuple[Row, ...]) -> tuple[tuple[tuple[str, int], ...], tuple[tuple[int, int], ...]]:
    """Which pages of the file hold what, as SQLite itself tells."""
    with closing(sqlite3.connect(file)) as connection:
        stat = "SELECT path, pageno, ncell, pagetype FROM dbstat WHERE name = ?"
        parts = connection.execute(stat, ("tip_part",)).fetchall()
        ledger = sorted(connection.execute(stat, ("entry",)).fetchall())
    # Cells in the order of their keys: those of a child come before the cell that follows it.
    places = sorted({path.split("+")[0] for path, *_ in parts if "+" in path}, key=lambda path: f"{path}~")
    codes = [str(row.values["code"]) for row in rows if row.table == "tip_part"]
    holders = dict(zip(places, codes, strict=False)) if len(places) == len(codes) else {}
    moments = [int(row.values["posted_at"]) for row in rows if row.table == "entry"]
    grown, first = [], 0
    for _, page, cells, kind in ledger:
        if kind == "leaf" and cells:
            grown.append((page, moments[first]))
            first += cells
    own = [(holders[path.split("+")[0]], page) for path, page, *_ in parts if path.split("+")[0] in holders]
    return tuple(own), tuple(grown)


async def _of_postgresql(database: Database) -> tuple[Row, ...]:
    rows: list[Row] = []
    async with database.reader.connect() as connection:
        for table in metadata.sorted_tables:
            statement = text(f"SELECT xmin::text::bigint AS wrote_, * FROM {table.name} ORDER BY ctid")  # noqa: S608 - as above
            for place, found in enumerate((await connection.execute(statement)).mappings()):
                values = {name: value for name, value in found.items() if name != "wrote_"}
                rows.append(Row(table.name, place, found["wrote_"], values))
    return tuple(rows)
