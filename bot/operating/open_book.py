"""The book for a subcommand: opened, brought up to date, and closed again."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.app import data_directory
from bot.config import Config
from bot.secrets import install_key
from storage.database import open_database, sqlite_url
from storage.migrations import migrate
from storage.store import Store


@asynccontextmanager
async def open_book(config: Config) -> AsyncIterator[Store]:
    """The store; it may be used while the bot runs."""
    data = data_directory(config)
    database = open_database(config.database.url or sqlite_url(data / "gridbot.db"))
    try:
        await migrate(database)
        store = Store(database, config.community.id, install_key(data / "keys", "notes"))
        try:
            yield store
        finally:
            await store.close()
    finally:
        await database.close()
