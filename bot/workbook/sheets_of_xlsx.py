"""Reads the sheets of an inspected .xlsx: formulas as text, dates and numbers marked as what they were."""

from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from bot.workbook import wording
from bot.workbook.limits import Limits, RefusedFileError
from bot.workbook.parcel import inspect_parcel
from domain.register.cells import Cell

_EMPTY = Cell("")


def read_xlsx(path: Path, limits: Limits) -> dict[str, list[list[Cell]]]:
    """Every visible or hidden sheet by its name."""
    from openpyxl import load_workbook  # noqa: PLC0415 - heavy, and needed only where a workbook is read

    inspect_parcel(path, limits)
    try:
        book = load_workbook(path, read_only=True, data_only=False, keep_links=False)
        try:
            if len(book.sheetnames) > limits.sheets:
                raise RefusedFileError(wording.TOO_MANY_SHEETS)
            return {sheet.title: _rows(sheet, limits) for sheet in book.worksheets}
        finally:
            book.close()
    except (RefusedFileError, MemoryError):
        raise
    except Exception as error:  # any damage inside the file means the same to who sent it
        raise RefusedFileError(wording.NOT_A_WORKBOOK) from error


def _rows(sheet: Any, limits: Limits) -> list[list[Cell]]:  # noqa: ANN401 - openpyxl brings no types
    # The written dimension of a sheet is only a claim.
    sheet.reset_dimensions()
    rows: list[list[Cell]] = []
    blank = 0
    for values in sheet.iter_rows():
        row = _row(values, limits)
        if not row:
            blank += 1
            continue
        if len(rows) + blank >= limits.rows:
            raise RefusedFileError(wording.TOO_MANY_ROWS)
        rows.extend([] for _ in range(blank))
        blank = 0
        rows.append(row)
    return rows


def _row(values: Iterable[Any], limits: Limits) -> list[Cell]:
    row = [_cell(value) for value in values]
    while row and not row[-1].text:
        row.pop()
    if len(row) > limits.columns:
        raise RefusedFileError(wording.TOO_MANY_COLUMNS)
    if any(len(cell.text) > limits.cell for cell in row):
        raise RefusedFileError(wording.TOO_LONG_CELL)
    return row


def _cell(given: Any) -> Cell:  # noqa: ANN401 - openpyxl brings no types
    value = given.value
    if value is None:
        return _EMPTY
    if isinstance(value, datetime | date | time):
        return Cell(value.isoformat(), "date")
    if isinstance(value, bool):
        return Cell(str(value).upper())
    if isinstance(value, int | float):
        return Cell(_number(value), "number")
    text = str(value if isinstance(value, str) else getattr(value, "text", "") or "")
    return Cell(text, "formula" if given.data_type == "f" else "text")


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e18 else repr(value)
