"""A sheet's rows joined with their headings, with what is wrong about the headings."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.register import wording
from domain.register.cells import Cell, Rows, cell_of, heading_of
from domain.register.mistakes import Notes, RowMistake
from domain.register.sheets import EXAMPLE_MARKS, REASON, Sheet, is_refused

BLANK = Cell("")
Row = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet by heading; ``start`` is the row of the headings, counted from 1."""

    sheet: Sheet
    start: int
    headings: tuple[str, ...]
    rows: tuple[tuple[int, Row], ...]


def read_table(sheet: Sheet, rows: Rows, notes: Notes) -> Table:
    """Find the headings, complain about them, and join every later row to them."""
    start, headings = _headings(rows)
    for column, reason in _heading_mistakes(sheet, headings):
        notes.mistakes.append(RowMistake(sheet.name, start, column, "", reason))
    for heading in headings:
        if heading and heading not in (*sheet.headings, REASON) and not is_refused(heading):
            notes.warnings.append(RowMistake(sheet.name, start, heading, "", wording.UNKNOWN_COLUMN))
    return Table(sheet, start, headings, tuple(_rows(sheet, start, headings, rows, notes)))


def _headings(rows: Rows) -> tuple[int, tuple[str, ...]]:
    for number, row in enumerate(rows, 1):
        headings = tuple(heading_of(value) for value in row)
        if any(headings):
            return number, headings
    return 1, ()


def _heading_mistakes(sheet: Sheet, headings: Sequence[str]) -> Iterator[tuple[str, str]]:
    if not any(headings):
        yield "", wording.NO_HEADINGS
        return
    for heading, times in Counter(headings).items():
        if is_refused(heading):
            yield heading, wording.REFUSED_COLUMN
        elif times > 1 and heading in sheet.headings:
            yield heading, wording.TWICE_COLUMN
    for heading in sheet.required:
        if heading not in headings:
            yield heading, wording.NO_COLUMN


def _rows(sheet: Sheet, start: int, headings: Sequence[str], rows: Rows, notes: Notes) -> Iterator[tuple[int, Row]]:
    for number, values in enumerate(rows[start:], start + 1):
        cells = [cell_of(value) for value in values]
        if not any(cell.text for cell in cells):
            continue
        if _is_heading_row(headings, values):
            notes.mistakes.append(RowMistake(sheet.name, number, "", "", wording.HEADINGS_AGAIN))
        elif any(cell.text.startswith(EXAMPLE_MARKS) for cell in cells[:3]):
            notes.warnings.append(RowMistake(sheet.name, number, "", "", wording.EXAMPLE_ROW))
        else:
            pairs = zip(headings, cells, strict=False)
            yield number, {heading: cell for heading, cell in pairs if heading in sheet.headings}


def _is_heading_row(headings: Sequence[str], values: Sequence[str | Cell]) -> bool:
    said = [heading_of(value) for value in values]
    same = sum(1 for one, two in zip(said, headings, strict=False) if one and one == two)
    return same >= 2 and 2 * same >= sum(1 for one in said if one)
