"""``gridbot import``: a register from a workbook or CSV files into the book, all of it or nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from bot.app import data_directory
from bot.config import Config
from bot.operating.enrolling import effects_of
from bot.secrets import install_key
from bot.workbook.limits import RefusedFileError
from bot.workbook.source import read_source
from bot.workbook.writing import write_bad_rows
from domain.decision import Unit
from domain.enrolment import RegisterInForce
from domain.register.reading import Reading, examine_register
from domain.register.values import Register
from storage.database import Database, open_database, sqlite_url
from storage.migrations import migrate
from storage.store import Store

_DONE = (
    "导入完成：网格 {grids} 个，信用主体 {subjects} 个，工作人员 {staff} 名，"
    "志愿队 {teams} 支，合伙人 {partners} 家，资源 {resources} 处，资料 {facts} 条"
)
_REFUSED = "有 {count} 处要先改，一条都没有导入："
_SKIPPED = "跳过了有问题的行，写在 {path} 里，改好再导入一次："


def import_file(config: Config, file: Path, today: date, *, skip_bad: bool = False) -> tuple[int, list[str]]:
    """Import a file on a day; the exit code and what to say, line by line."""
    try:
        source = read_source(file)
    except RefusedFileError as refused:
        return 2, [str(refused)]
    read = examine_register(source.sheets, asyncio.run(_in_force(config)), today)
    lines = [f"提醒 {warning}" for warning in read.warnings]
    if read.mistakes and not skip_bad:
        return 1, [*lines, _REFUSED.format(count=len(read.mistakes)), *map(str, read.mistakes)]
    if read.mistakes:
        left = file.with_name(f"{file.stem}-待改.xlsx")
        write_bad_rows(left, source.sheets, read.mistakes)
        lines += [_SKIPPED.format(path=left.name), *map(str, read.mistakes)]
    asyncio.run(_keep(config, read))
    return 0, [*lines, done(read.register)]


def done(register: Register) -> str:
    """How much was imported."""
    names = ("grids", "subjects", "staff", "teams", "partners", "resources", "facts")
    return _DONE.format(**{name: len(getattr(register, name)) for name in names})


async def _in_force(config: Config) -> Register:
    """The register of the book; a book that is not there yet is not made for an import that may be refused."""
    database = _database(config)
    if database.is_missing:
        return Register()
    async with _book(config, database) as store:
        return await store.answer(RegisterInForce())


async def _keep(config: Config, read: Reading) -> None:
    async with _book(config, _database(config)) as store:
        key = install_key(data_directory(config) / "keys", "phones")
        await store.post(Unit(None, tuple(effects_of(read.register, key))))


def _database(config: Config) -> Database:
    return open_database(config.database.url or sqlite_url(data_directory(config) / "gridbot.db"))


@asynccontextmanager
async def _book(config: Config, database: Database) -> AsyncIterator[Store]:
    store = Store(database, config.community.id, install_key(data_directory(config) / "keys", "notes"))
    try:
        await migrate(database)
        yield store
    finally:
        await store.close()
        await database.close()
