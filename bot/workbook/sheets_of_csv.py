"""Reads CSV files, one or a folder of them, in UTF-8 or GB18030."""

import csv
import io
from pathlib import Path

from bot.workbook import wording
from bot.workbook.limits import Limits, RefusedFileError
from domain.register.cells import Cell, heading_of
from domain.register.sheets import BY_NAME, sheet_of_headings

_SEPARATORS = ",\t;，"
_ENCODINGS = ("utf-8-sig", "gb18030")


def read_folder(folder: Path, limits: Limits) -> tuple[dict[str, list[list[Cell]]], dict[str, str]]:
    """Every .csv that lies in the folder itself: sheets by name, and the encoding each was read with."""
    files = [path for path in sorted(folder.iterdir()) if path.suffix.casefold() == ".csv"]
    if not files:
        raise RefusedFileError(wording.NO_SHEETS)
    if len(files) > limits.sheets:
        raise RefusedFileError(wording.TOO_MANY_SHEETS)
    return read_files(files, limits)


def read_files(files: list[Path], limits: Limits) -> tuple[dict[str, list[list[Cell]]], dict[str, str]]:
    """These CSV files, each a sheet."""
    sheets: dict[str, list[list[Cell]]] = {}
    encodings: dict[str, str] = {}
    left = limits.file_bytes
    for path in files:
        text, encodings[path.name], size = _text(path, left)
        left -= size
        rows = _rows(text, limits)
        name = _sheet_name(path, rows)
        if name in sheets:
            raise RefusedFileError(wording.TWICE)
        sheets[name] = rows
    return sheets, encodings


def _text(path: Path, left: int) -> tuple[str, str, int]:
    if path.is_symlink() or not path.is_file():
        raise RefusedFileError(wording.A_LINK)
    with path.open("rb") as stream:
        data = stream.read(left + 1)
    if len(data) > left:
        raise RefusedFileError(wording.TOO_BIG)
    for encoding in _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding.removesuffix("-sig"), len(data)
    raise RefusedFileError(wording.STRANGE_TEXT)


def _rows(text: str, limits: Limits) -> list[list[Cell]]:
    csv.field_size_limit(limits.cell)
    first = text.lstrip().partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    rows: list[list[Cell]] = []
    try:
        for values in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            if len(rows) >= limits.rows:
                raise RefusedFileError(wording.TOO_MANY_ROWS)
            if len(values) > limits.columns:
                raise RefusedFileError(wording.TOO_MANY_COLUMNS)
            rows.append([Cell(value) for value in values])
    except csv.Error as error:
        raise RefusedFileError(wording.BROKEN_CSV) from error
    return rows


def _sheet_name(path: Path, rows: list[list[Cell]]) -> str:
    stem = path.stem.strip()
    if stem in BY_NAME:
        return stem
    headings = next((row for row in rows if any(cell.text for cell in row)), [])
    sheet = sheet_of_headings(heading_of(cell) for cell in headings)
    return sheet.name if sheet else stem
