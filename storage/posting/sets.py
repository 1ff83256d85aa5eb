"""Many rows by one statement: the words are compiled once, and PostgreSQL gets all rows in one round trip."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ARRAY, Connection, Executable, Insert, bindparam, func, select

from storage.compiling import compiled
from storage.upserting import repeats

Rows = Sequence[Mapping[str, Any]]


def write_all(connection: Connection, statement: Executable, rows: Rows) -> None:
    """Run a statement for every row; all rows bring the same columns."""
    columns = tuple(rows[0])
    if connection.dialect.name == "sqlite" or not isinstance(statement, Insert) or repeats(statement, rows):
        _one_by_one(connection, statement, rows, columns)
        return
    text, _, pick = compiled(_of_arrays(statement, columns), connection.dialect)
    connection.exec_driver_sql(text, tuple(pick({name: [row[name] for row in rows] for name in columns})))


def _one_by_one(connection: Connection, statement: Executable, rows: Rows, columns: tuple[str, ...]) -> None:
    text, own, pick = compiled(statement, connection.dialect, columns)
    if own.keys() - set(columns):
        rows = [{**own, **row} for row in rows]
    connection.exec_driver_sql(text, [tuple(pick(row)) for row in rows])


@lru_cache(maxsize=256)
def _of_arrays(statement: Insert, columns: tuple[str, ...]) -> Insert:
    """The same insert, with an array for each column in place of values."""
    types = statement.table.c
    arrays = [bindparam(name, type_=ARRAY(types[name].type)) for name in columns]
    listed = func.unnest(*arrays).table_valued(*columns).render_derived()
    return statement.from_select(columns, select(*listed.c))
