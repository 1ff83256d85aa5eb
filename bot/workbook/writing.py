"""Writes sheets as workbooks or CSV in which every cell is a text."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

from bot.workbook.neutral import neutral
from domain.register.cells import Cell, Sheets
from domain.register.mending import bad_rows
from domain.register.mistakes import RowMistake

AS_TEXT = "@"


def write_rows(path: Path | BinaryIO, sheets: Sheets) -> None:
    """One .xlsx with these sheets."""
    from openpyxl import Workbook  # noqa: PLC0415 - heavy, and needed only where a workbook is written

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                put_text(sheet.cell(number, column), value)
        sheet.freeze_panes = "A2"
    if not book.worksheets:
        book.create_sheet()
    book.save(path)


def write_bad_rows(path: Path, sheets: Sheets, mistakes: Iterable[RowMistake]) -> None:
    """The second workbook of an import that skipped bad rows: those rows and what to mend in each."""
    write_rows(path, bad_rows(sheets, mistakes))


def write_csv(path: Path, rows: Iterable[Iterable[str | Cell]]) -> None:
    """One sheet as CSV in UTF-8 with the mark that spreadsheets look for."""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
        writer.writerows([neutral(_text(value)) for value in row] for row in rows)


def put_text(cell: Any, value: str | Cell) -> None:  # noqa: ANN401 - openpyxl brings no types
    """Fill a cell with a text that stays a text."""
    cell.value = neutral(_text(value))
    cell.data_type = "s"
    cell.number_format = AS_TEXT
    # Excel then keeps the text a text also after it is edited.
    cell.quotePrefix = True


def _text(value: str | Cell) -> str:
    return value.text if isinstance(value, Cell) else value
