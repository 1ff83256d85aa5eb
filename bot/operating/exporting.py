"""``gridbot export ledger``: the entries as a sheet of texts, names masked."""

from collections.abc import Iterator
from pathlib import Path

from bot.config import Config, rules_folder
from bot.database import database_of, is_there
from bot.operating import exporting_wording as wording
from bot.operating.open_book import open_book
from bot.rules.force import rules_now
from bot.workbook.writing import write_csv, write_rows
from domain.ledger import Entry
from domain.register.cells import Cell
from domain.register.masking import mask_name
from domain.rules.rulebook import Rulebook
from storage.exporting import ledger_rows

_SUFFIXES = (".csv", ".xlsx")


async def export_ledger(config: Config, file: Path, period: str) -> tuple[int, list[str]]:
    """Write the sheet; the exit code and what to say."""
    if file.suffix.casefold() not in _SUFFIXES:
        return 2, [wording.OTHER_FILE]
    if not is_there(config):
        return 2, [wording.NO_BOOK]
    async with open_book(config) as book:
        rules = await rules_now(book, rules_folder(config))
    database = database_of(config)
    try:
        async with database.reader.connect() as connection:
            found = await connection.run_sync(lambda sync: list(ledger_rows(sync, config.community.id, period)))
    finally:
        await database.close()
    sheet = [list(wording.HEADINGS), *([*_cells(row, rules)] for row in found)]
    if file.suffix.casefold() == ".csv":
        write_csv(file, sheet)
    else:
        write_rows(file, {wording.SHEET: [[Cell(text) for text in row] for row in sheet]})
    return 0, [wording.DONE.format(count=len(found), path=file)]


def _cells(row: tuple[Entry, str, str, str], rules: Rulebook) -> Iterator[str]:
    entry, name, kind, note = row
    known = rules.item(entry.item) or rules.negative_item(entry.item)
    yield from (str(entry.seq), f"L{entry.code}", entry.occurred_on, entry.grid)
    yield mask_name(name) if kind == "resident" else name
    yield from (wording.ACCOUNTS[entry.account], f"{entry.amount:+d}", entry.item, known.title if known else "")
    yield from (note, "" if entry.reverses is None else str(entry.reverses))
