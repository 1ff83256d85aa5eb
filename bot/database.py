"""The database that the settings name: a server's, or the file in the data directory."""

from pathlib import Path

from bot.config import Config
from storage.database import Database, open_database, sqlite_url


def book_file(config: Config) -> Path:
    """Where the book is kept while no server is named."""
    return Path(config.data.directory) / "gridbot.db"


def is_there(config: Config) -> bool:
    """False where the book is a file that nobody made yet."""
    return not database_of(config).is_missing


def database_of(config: Config, *, hurried: bool = False) -> Database:
    """Its engines; nothing is connected yet. ``hurried`` is for what can be made again."""
    return open_database(config.database.url or sqlite_url(book_file(config)), hurried=hurried)
