"""Insert-or-update statements, worded once for both databases."""

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from typing import Any, Literal

from sqlalchemy import Executable, Table, and_
from sqlalchemy.sql.dml import Insert

How = Literal["excluded", "add", "next"]


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
    follows = [table.c[name] == statement.excluded[name] - 1 for name, how in columns if how == "next"]
    changing: Insert = statement.on_conflict_do_update(
        index_elements=keys, set_=changes, where=and_(*follows) if follows else None
    )
    return changing


def upsert(dialect: str, table: Table, keys: tuple[str, ...], columns: Mapping[str, How]) -> Insert:
    """Insert, or on the same keys replace ("excluded") or add to ("add") the named columns.

    "next" replaces only what is one less, and leaves everything else as it is.
    """
    return _statement(dialect, table, keys, tuple(columns.items()))


def keys_of(statement: Executable) -> tuple[str, ...]:
    """The columns by which a statement finds a row that is there; none for a plain insert."""
    keys: tuple[str, ...] = statement.get_execution_options().get("keys", ())
    return keys
