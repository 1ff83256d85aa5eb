"""``gridbot backup`` and ``gridbot restore``: a proved copy of the book, and the book back from it."""

import asyncio
from datetime import datetime
from pathlib import Path

from bot.app import backup_directory, data_directory
from bot.config import Config
from bot.database import database_of, is_there
from bot.operating import backing_wording as wording
from storage.backup import SQLITE, back_up, missing_since, proof_of
from storage.database import Database
from storage.restoring import is_empty, restore


def _note_key(config: Config) -> bytes | None:
    path = Path(config.data.directory) / "keys" / "notes.key"
    return path.read_bytes() if path.is_file() else None


async def make_backup(config: Config, to: Path | None, now: datetime) -> tuple[int, list[str]]:
    """Copy the book while the bot may run; the exit code and what to say."""
    key = _note_key(config)
    if key is None or not is_there(config):
        return 2, [wording.NO_BOOK]
    folder = to or backup_directory(config)
    database = database_of(config)
    try:
        made = await back_up(database, folder, f"{now:%Y-%m-%d-%H%M}", (config.community.id, key))
    finally:
        await database.close()
    if made.broken:
        return 1, [wording.BROKEN.format(first=made.broken[0])]
    keys = Path(config.data.directory) / "keys"
    return 0, [wording.MADE.format(path=folder / made.name, entries=made.entries), wording.KEYS.format(path=keys)]


async def bring_back(config: Config, copy: Path) -> tuple[int, list[str]]:
    """Make a copy the book of an empty data directory; the exit code and what to say."""
    key = _note_key(config)
    keys = data_directory(config) / "keys"
    if not await asyncio.to_thread(copy.is_file):
        return 2, [wording.NO_FILE.format(path=copy)]
    if key is None:
        return 2, [wording.NO_KEYS.format(path=keys)]
    database = database_of(config)
    try:
        return await _bring_back(database, copy, config, key)
    finally:
        await database.close()


async def _bring_back(database: Database, copy: Path, config: Config, key: bytes) -> tuple[int, list[str]]:
    is_file = copy.name.endswith(SQLITE)
    if is_file and not database.is_sqlite:
        return 2, [wording.OTHER_DATABASE]
    if not await is_empty(database):
        return 2, [wording.NOT_EMPTY]
    proof = proof_of(copy, is_file, config.community.id, key)
    if proof.broken:
        return 1, [wording.UNFIT.format(first=proof.broken[0])]
    await restore(database, copy)
    said = [wording.BACK.format(entries=proof.entries, head=proof.head[:16])]
    if missing := missing_since(copy, proof):
        said.append(wording.MISSING.format(first=missing[0], last=missing[1]))
    return 0, said
