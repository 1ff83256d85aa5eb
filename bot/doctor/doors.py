"""The doors: whether each platform takes what the settings say; a channel that can be asked has a ``checking.py``."""

from collections.abc import AsyncIterator, Mapping
from importlib import import_module
from importlib.util import find_spec

from bot import channels
from bot.channels.tables import Configured
from bot.config import Config
from bot.database import book_file
from bot.doctor import wording
from bot.doctor.finding import Finding, good, hint, problem
from storage.database import open_database, sqlite_url
from storage.lock import BookInUse, only_process


async def look(config: Config, environment: Mapping[str, str]) -> AsyncIterator[Finding]:
    """One finding a door that is well, or one for each thing that is missing."""
    running = await _is_running(config)
    for name, one in sorted(config.channels.items()):
        try:
            missing = await _missing(one, environment, running=running)
        except ModuleNotFoundError as package:
            yield problem(wording.DOOR_PACKAGE.format(name=name, package=package.name))
            continue
        for sentence in missing:
            yield problem(wording.DOOR.format(name=name, sentence=sentence))
        if not missing:
            yield good(wording.DOOR_WELL.format(name=name))
    if running and config.channels:
        yield hint(wording.DOORS_RUNNING)


async def _missing(one: Configured, environment: Mapping[str, str], *, running: bool) -> tuple[str, ...]:
    module = f"{channels.__name__}.{one.type}.checking"
    if find_spec(module) is None:
        return ()
    found: tuple[str, ...] = await import_module(module).check(one.settings, environment, running=running)
    return found


async def _is_running(config: Config) -> bool:
    """True where another process holds the book; on PostgreSQL nobody can tell, so it counts as running."""
    if config.database.url:
        return True
    path = book_file(config)
    if not path.is_file():
        return False
    database = open_database(sqlite_url(path))
    try:
        with only_process(database):
            return False
    except BookInUse:
        return True
    finally:
        await database.close()
