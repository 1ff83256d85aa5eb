"""The book for a subcommand: opened, brought up to date, and closed again."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.app import data_directory
from bot.config import Config
from bot.database import database_of
from bot.secrets import install_key
from storage.migrations import migrate
from storage.store import Store
from storage.vault.vault import Vault


@asynccontextmanager
async def open_book(config: Config, vault: Vault | None = None) -> AsyncIterator[Store]:
    """The store, with a vault where sealed things are touched; it may be used while the bot runs."""
    keys, database = data_directory(config) / "keys", database_of(config)
    try:
        await migrate(database)
        store = Store(database, config.community.id, install_key(keys, "notes"), vault)
        try:
            yield store
        finally:
            await store.close()
    finally:
        await database.close()
