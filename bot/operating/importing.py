"""``gridbot import``: a register from a workbook or CSV files into the book, all of it or nothing."""

import asyncio
from datetime import date
from pathlib import Path

from bot.app import data_directory
from bot.config import Config
from bot.database import is_there
from bot.operating import importing_wording as wording
from bot.operating.enrolling import effects_of
from bot.operating.open_book import open_book
from bot.secrets import install_key
from bot.workbook.limits import RefusedFileError
from bot.workbook.source import read_source
from bot.workbook.writing import write_bad_rows
from domain.decision import Unit
from domain.enrolment import RegisterInForce
from domain.register.reading import Reading, examine_register
from domain.register.values import Register

_PARTS = ("grids", "subjects", "staff", "teams", "partners", "resources", "facts")


def import_file(config: Config, file: Path, today: date, *, skip_bad: bool = False) -> tuple[int, list[str]]:
    """Import a file on a day; the exit code and what to say, line by line."""
    try:
        source = read_source(file)
    except RefusedFileError as refused:
        return 2, [str(refused)]
    read = examine_register(source.sheets, asyncio.run(_in_force(config)), today)
    lines = [wording.WARNING.format(warning=warning) for warning in read.warnings]
    if not read.mistakes and not any(getattr(read.register, name) for name in _PARTS):
        return 2, [*lines, wording.NOTHING_READ]
    if read.mistakes and not skip_bad:
        return 1, [*lines, wording.REFUSED.format(count=len(read.mistakes)), *map(str, read.mistakes)]
    if read.mistakes:
        left = file.with_name(f"{file.stem}-待改.xlsx")
        write_bad_rows(left, source.sheets, read.mistakes)
        lines += [wording.SKIPPED.format(path=left.name), *map(str, read.mistakes)]
    asyncio.run(_keep(config, read))
    return 0, [*lines, done(read.register)]


def done(register: Register) -> str:
    """How much was imported."""
    return wording.DONE.format(**{name: len(getattr(register, name)) for name in _PARTS})


async def _in_force(config: Config) -> Register:
    """The register of the book; a book that is not there yet is not made for an import that may be refused."""
    if not is_there(config):
        return Register()
    async with open_book(config) as store:
        return await store.answer(RegisterInForce())


async def _keep(config: Config, read: Reading) -> None:
    async with open_book(config) as store:
        key = install_key(data_directory(config) / "keys", "phones")
        await store.post(Unit(None, tuple(effects_of(read.register, key))))
