"""The migrations and the tables say the same, on both databases."""

from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from storage.database import Database
from storage.migrations import migrate
from storage.tables import metadata


def _differences(connection: Connection) -> list[Any]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


async def test_migrated_tables_are_the_declared_ones(database: Database) -> None:
    async with database.writer.connect() as connection:
        assert await connection.run_sync(_differences) == []


async def test_a_second_run_has_nothing_to_do(database: Database) -> None:
    assert not await migrate(database)
