"""The files: data directory, keys, copies."""

import os
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from bot.doctor import wording
from bot.doctor.finding import Finding, good, hint, problem
from storage.backup import copies

_FRESH = timedelta(hours=36)


def _is_open(path: Path) -> bool:
    return os.name == "posix" and bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))


def data(folder: Path) -> Finding:
    """A directory that the bot, and nobody else, may use."""
    if not folder.is_dir():
        return hint(wording.DATA_MISSING.format(path=folder))
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return problem(wording.DATA_UNFIT.format(path=folder))
    return hint(wording.DATA_OPEN.format(path=folder)) if _is_open(folder) else good(wording.DATA.format(path=folder))


def keys(folder: Path, *, book: bool) -> Iterator[Finding]:
    """Keys that only their owner reads, there wherever a book is."""
    found = sorted(folder.glob("*.key"))
    yield from (problem(wording.KEY_LOOSE.format(name=path.name, path=path)) for path in found if _is_open(path))
    if book and folder / "notes.key" not in found:
        yield problem(wording.KEY_NOTES_MISSING.format(path=folder))
    elif not found:
        yield hint(wording.KEYS_NONE.format(path=folder))
    elif not any(map(_is_open, found)):
        yield good(wording.KEYS.format(count=len(found)))


def backups(folder: Path, data_folder: Path, now: datetime, *, book: bool) -> Iterator[Finding]:
    """A copy of last night, on another disk than the book."""
    found = copies(folder) if folder.is_dir() else []
    if not found:
        if book:
            yield problem(wording.BACKUP_NONE)
        return
    age = now.timestamp() - found[-1].stat().st_mtime
    name = found[-1].name
    if age > _FRESH.total_seconds():
        yield problem(wording.BACKUP_OLD.format(days=int(age // 86_400), name=name))
    else:
        yield good(wording.BACKUP.format(name=name))
    if folder.resolve().is_relative_to(data_folder.resolve()):
        yield hint(wording.BACKUP_SAME_PLACE)
