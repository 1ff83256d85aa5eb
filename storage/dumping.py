"""The book as JSON lines: one line names a table and its columns, the next ones are its rows, the last one counts."""

import base64
import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, insert, inspect, literal, select

from storage.tables import metadata
from storage.tables.outbox import SEALED, outbox
from storage.tables.tips import tip_case

FORMAT = "gridbot-1"
_PAGE = 500


class BrokenDumpError(Exception):
    """A file that is not the whole of a dumped book."""


def dump(connection: Connection, path: Path) -> None:
    """Write every row of every table, as one transaction sees them."""
    count = 0
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=5) as file:
        file.write(_line({"format": FORMAT}))
        for name, columns in _shapes(connection):
            file.write(_line({"table": name, "columns": [column.name for column in columns]}))
            for row in connection.execute(_wanted(columns), execution_options={"yield_per": _PAGE}):
                file.write(_line([_packed(value) for value in row]))
                count += 1
        file.write(_line({"rows": count}))


def _wanted(columns: list[Column[Any]]) -> Select[Any]:
    """Every row; no way back to a reporter, and no message of one, since a copy outlives what it was made of."""
    left_out = (tip_case.c.relay, tip_case.c.relay_on)
    shown = select(*(literal("").label(one.name) if one in left_out else one for one in columns))
    return shown.where(~outbox.c.target.startswith(SEALED)) if columns[0].table is outbox else shown


def _shapes(connection: Connection) -> Iterator[tuple[str, list[Column[Any]]]]:
    """Our tables and columns, as far as this database has them: a copy is made before it is brought up to date."""
    found = inspect(connection)
    for table in metadata.sorted_tables:
        if found.has_table(table.name):
            there = {column["name"] for column in found.get_columns(table.name)}
            yield table.name, [column for column in table.c if column.name in there]


def load(connection: Connection, path: Path) -> None:
    """Add every row of a dump to empty tables; BrokenDumpError where the file is not whole."""
    count, table, columns, page = 0, metadata.sorted_tables[0], [""], list[dict[str, Any]]()
    whole = False
    for line in _lines(path):
        if isinstance(line, list):
            page.append(dict(zip(columns, map(_unpacked, line), strict=True)))
            count += 1
        if len(page) == _PAGE or isinstance(line, dict):
            _add(connection, table, page)
        if isinstance(line, dict):
            whole = line.get("rows") == count
            table, columns = (table, columns) if "rows" in line else (_table(line), line["columns"])
    if not whole:
        raise BrokenDumpError


def _add(connection: Connection, table: Table, page: list[dict[str, Any]]) -> None:
    if page:
        connection.execute(insert(table), page)
        page.clear()


def _table(line: dict[str, Any]) -> Table:
    table = metadata.tables.get(line["table"])
    if table is None or not set(line["columns"]) <= set(table.c.keys()):
        raise BrokenDumpError
    return table


def _lines(path: Path) -> Iterator[Any]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            lines = map(json.loads, file)
            if next(lines, None) != {"format": FORMAT}:
                raise BrokenDumpError
            yield from lines
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise BrokenDumpError from error


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _packed(value: object) -> object:
    return {"b64": base64.b64encode(bytes(value)).decode()} if isinstance(value, bytes | memoryview) else value


def _unpacked(value: Any) -> Any:  # noqa: ANN401 - a value of any column
    return base64.b64decode(value["b64"]) if isinstance(value, dict) else value
