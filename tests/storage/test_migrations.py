"""The migrations and the tables say the same, on both databases."""

from importlib import import_module
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, text

from domain.facts import Fact, FactsOf
from storage.database import Database
from storage.migrations import migrate
from storage.store import Store
from storage.tables import metadata


def _differences(connection: Connection) -> list[Any]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


async def test_migrated_tables_are_the_declared_ones(database: Database) -> None:
    async with database.writer.connect() as connection:
        assert await connection.run_sync(_differences) == []


async def test_a_second_run_has_nothing_to_do(database: Database) -> None:
    assert not await migrate(database)


def _facts(connection: Connection) -> None:
    with Operations.context(MigrationContext.configure(connection)):
        import_module("storage.migrations.versions.0010_facts").upgrade()


async def test_what_visits_had_kept_moves_to_the_facts_but_for_the_erased(database: Database) -> None:
    kept = """{"address": "", "fields": {"dog": {"source": "visit", "value": "没养犬"}}}"""
    async with database.writer.begin() as connection:
        await connection.execute(text("DROP TABLE known_fact"))
        for number, state in ((1, ""), (2, "erased")):
            who = {"n": number, "s": state, "name": str(number), "code": f"K{number}", "facts": kept}
            await connection.execute(
                text("INSERT INTO subject (community, id, name, state) VALUES ('x', :n, :name, :s)"), who
            )
            await connection.execute(
                text(
                    "INSERT INTO matter (community, code, sort, subject, opened_at, facts)"
                    " VALUES ('x', :code, 'visit', :n, 1790000000000, :facts)"
                ),
                who,
            )
        await connection.run_sync(_facts)
    store = Store(database, "x", b"")
    assert await store.answer(FactsOf(1)) == (Fact("dog", "没养犬", "visit", "2026-09-21"),)
    assert await store.answer(FactsOf(2)) == ()
    await store.close()
    async with database.writer.connect() as connection:
        left = (await connection.execute(text("SELECT facts FROM matter"))).scalars().all()
    assert left == ['{"address": ""}'] * 2
