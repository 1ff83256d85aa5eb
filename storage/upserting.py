"""Insert-or-update statements, worded once for both databases."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any, Literal

from sqlalchemy import Table
from sqlalchemy.sql.dml import Insert

How = Literal["excluded", "add"]


@lru_cache(maxsize=256)
def _statement(dialect: str, table: Table, keys: tuple[str, ...], columns: tuple[tuple[str, How], ...]) -> Insert:
    # Only the dialect of the book's database is imported.
    build: Any = import_module(f"sqlalchemy.dialects.{dialect}").insert
    statement = build(table).execution_options(keys=keys)
    if not columns:
        nothing: Insert = statement.on_conflict_do_nothing(index_elements=keys)
        return nothing
    changes = {
        name: table.c[name] + statement.excluded[name] if how == "add" else statement.excluded[name]
        for name, how in columns
    }
    changing: Insert = statement.on_conflict_do_update(index_elements=keys, set_=changes)
    return changing


def upsert(dialect: str, table: Table, keys: tuple[str, ...], columns: Mapping[str, How]) -> Insert:
    """Insert, or on the same keys replace ("excluded") or add to ("add") the named columns."""
    return _statement(dialect, table, keys, tuple(columns.items()))


def repeats(statement: Insert, rows: Sequence[Mapping[str, object]]) -> bool:
    """True where rows meet on the keys of an upsert, so that one statement could not hold them all."""
    keys: tuple[str, ...] = statement.get_execution_options().get("keys", ())
    return bool(keys) and len({tuple(row[key] for key in keys) for row in rows}) < len(rows)
