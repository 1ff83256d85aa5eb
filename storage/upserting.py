"""Insert-or-update statements, worded once for both databases."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import Insert

How = Literal["excluded", "add"]


@lru_cache(maxsize=64)
def _statement(dialect: str, table: Table, keys: tuple[str, ...], columns: tuple[tuple[str, How], ...]) -> Insert:
    build = sqlite.insert if dialect == "sqlite" else postgresql.insert
    statement = build(table)
    if not columns:
        return statement.on_conflict_do_nothing(index_elements=keys)
    changes = {
        name: table.c[name] + statement.excluded[name] if how == "add" else statement.excluded[name]
        for name, how in columns
    }
    return statement.on_conflict_do_update(index_elements=keys, set_=changes)


def upsert(dialect: str, table: Table, keys: tuple[str, ...], columns: Mapping[str, How]) -> Insert:
    """Insert, or on the same keys replace ("excluded") or add to ("add") the named columns."""
    return _statement(dialect, table, keys, tuple(columns.items()))
