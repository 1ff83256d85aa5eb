"""The machine: Python, packages, SQLite, disk, clock, fonts."""

import re
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from bot.doctor import wording
from bot.doctor.finding import Finding, good, hint, problem
from publishing.fonts import NoFont, find
from storage.database import sqlite_is_safe

GIGABYTE = 1024**3
_LEEWAY = timedelta(minutes=5)


def python(found: tuple[int, ...] = sys.version_info[:3]) -> Finding:
    """A Python that the bot runs on."""
    name = ".".join(map(str, found))
    fits = (3, 11) <= found[:2] <= (3, 13)
    return good(wording.PYTHON.format(version=name)) if fits else problem(wording.PYTHON_UNFIT.format(version=name))


def packages() -> Finding:
    """Every package that is needed at all is installed."""
    missing = [name for one in requires("gridbot") or () if "extra ==" not in one and not _is_there(name := _name(one))]
    if missing:
        return problem(wording.PACKAGES_MISSING.format(names="、".join(missing)))
    return good(wording.PACKAGES.format(version=version("gridbot")))


def _name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9_.-]", requirement, maxsplit=1)[0]


def _is_there(name: str) -> bool:
    try:
        version(name)
    except PackageNotFoundError:
        return False
    return True


def sqlite(found: tuple[int, int, int] = sqlite3.sqlite_version_info) -> Finding:
    """A SQLite without the race between two writers."""
    name = ".".join(map(str, found))
    return (
        good(wording.SQLITE.format(version=name))
        if sqlite_is_safe(found)
        else hint(wording.SQLITE_RACE.format(version=name))
    )


def disk(data: Path, free: int | None = None) -> Finding:
    """Room for more entries."""
    place = next(path for path in (data.resolve(), *data.resolve().parents) if path.exists())
    left = shutil.disk_usage(place).free if free is None else free
    shown = f"{left / GIGABYTE:.1f}"
    if left < GIGABYTE // 5:
        return problem(wording.DISK_FULL.format(free=shown))
    return hint(wording.DISK_LOW.format(free=shown)) if left < GIGABYTE else good(wording.DISK.format(free=shown))


def clock(data: Path, now: datetime) -> Finding:
    """A clock that no file is ahead of."""
    shown = f"{now:%Y-%m-%d %H:%M}"
    newest = max((path.stat().st_mtime for path in _files(data)), default=0.0)
    if newest > (now + _LEEWAY).timestamp():
        return problem(wording.CLOCK_BEHIND.format(now=shown))
    return good(wording.CLOCK.format(now=shown))


def _files(data: Path) -> Iterator[Path]:
    return (path for path in data.glob("**/*") if path.is_file()) if data.is_dir() else iter(())


def fonts(places: tuple[str, ...] | None = None, setting: str = "") -> Finding:
    """A font with Chinese characters, in the usual places or where the settings name one."""
    try:
        find(setting, places)
    except NoFont:
        return problem(wording.FONT_NOT_THERE.format(path=setting)) if setting else hint(wording.FONTS_MISSING)
    return good(wording.FONTS)
