"""``gridbot doctor``: looks at everything once and changes nothing."""

import os
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path

from bot.config import BrokenConfig, Config, require_secrets, rules_folder
from bot.database import is_there
from bot.doctor import book, doors, files, machine, wording
from bot.doctor.finding import Finding, Level, good, hint, problem
from bot.rules.loader import BrokenRules, load_rules


async def visit(config: Config, now: datetime) -> tuple[int, list[str]]:
    """The exit code and what to say, line by line."""
    found = [finding async for finding in _look(config, now)]
    problems = sum(finding.level is Level.PROBLEM for finding in found)
    last = wording.TO_DO.format(count=problems) if problems else wording.ALL_WELL
    return int(problems > 0), [*map(str, found), last]


async def _look(config: Config, now: datetime) -> AsyncIterator[Finding]:
    data = Path(config.data.directory)
    backups = Path(config.data.backups) if config.data.backups else data / "backups"
    there = is_there(config)
    for finding in (machine.python(), machine.packages(), machine.sqlite(), machine.disk(data)):
        yield finding
    for finding in (machine.clock(data, now), machine.fonts(setting=config.publishing.font), files.data(data)):
        yield finding
    for finding in files.keys(data / "keys", book=there):
        yield finding
    key = data / "keys" / "notes.key"
    async for finding in book.look(config, key.read_bytes() if key.is_file() else b""):
        yield finding
    for finding in (*files.backups(backups, data, now, book=there), _rules(config), *_channels(config)):
        yield finding
    if _has_secrets(config):
        async for finding in doors.look(config, os.environ):
            yield finding
    yield hint(wording.ENCRYPTION)


def _rules(config: Config) -> Finding:
    try:
        rules = load_rules(rules_folder(config))
    except BrokenRules as broken:
        return problem(wording.RULES_BROKEN.format(count=len(broken.mistakes)))
    return good(wording.RULES.format(version=rules.version))


def _has_secrets(config: Config) -> bool:
    try:
        require_secrets(config)
    except BrokenConfig:
        return False
    return True


def _channels(config: Config) -> Iterator[Finding]:
    try:
        require_secrets(config)
    except BrokenConfig as broken:
        yield from (problem(str(mistake)) for mistake in broken.mistakes)
    else:
        yield from (good(wording.CHANNEL.format(name=name)) for name in config.channels)
    if not config.channels:
        yield hint(wording.CHANNELS_NONE)
