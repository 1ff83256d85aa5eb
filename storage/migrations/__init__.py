"""Brings a database to the newest schema; alembic is imported only when there is something to do."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from storage.database import Database

NEWEST = "0013"


def revision_of(connection: Connection) -> str:
    """The schema that a database is at; empty where there is none."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none() or ""


async def migrate(database: Database) -> bool:
    """Upgrade where needed, all in one transaction; True where something was done."""
    async with database.writer.begin() as connection:
        if await connection.run_sync(revision_of) == NEWEST:
            return False
        await connection.run_sync(_upgrade)
    return True


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - costs a third of a second, needed once in a schema's life
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
