"""The nightly copy goes where it should, and a book that does not hold raises an alarm without content."""

import logging
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.rules.loader import default_rules
from domain.calendar import Due
from domain.period import SHANGHAI
from scheduler.jobs.nightly_backup import job
from storage.database import Database
from storage.store import Store
from tests.storage.test_store import award, unit

DUE = datetime(2026, 11, 24, 3, 40, tzinfo=SHANGHAI)


async def plan(store: Store) -> list[object]:
    return list(await job.plan(Due(DUE, "2026-11-24", default_rules()), store))


async def test_it_copies_quietly(store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    await store.post(unit("m1", award("m1")))
    store.reader.backups = tmp_path / "copies"
    assert await plan(store) == []
    assert [path.name.partition(".")[0] for path in (tmp_path / "copies").glob("gridbot-*")] == [
        "gridbot-2026-11-24-0340"
    ]
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_it_alarms(store: Store, database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    await store.post(unit("m1", award("m1")))
    async with database.writer.begin() as connection:
        await connection.execute(text("UPDATE balance SET points = points + 1"))
    store.reader.backups = tmp_path / "copies"
    assert await plan(store) == []
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.CRITICAL] == ["backup_broken"]


async def test_without_a_place_it_does_nothing(store: Store, tmp_path: Path) -> None:
    assert await plan(store) == []
    assert list(tmp_path.glob("**/gridbot-*")) == []
