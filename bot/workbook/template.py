"""The empty register to fill in: seven sheets with headings, hints, lists to choose from and one example row."""

from pathlib import Path
from typing import Any

from bot.workbook import wording
from bot.workbook.writing import AS_TEXT, put_text
from domain.register.sheets import SHEETS, Column

_LAST_ROW = 5000
_AUTHOR = "gridbot"


def write_template(path: Path) -> None:
    """One .xlsx that people fill in and import; its example rows are passed over by the import."""
    from openpyxl import Workbook  # noqa: PLC0415 - heavy, and needed only where a workbook is written

    book = Workbook()
    book.remove(book.active)
    for sheet in SHEETS:
        page = book.create_sheet(sheet.name)
        for number, column in enumerate(sheet.columns, 1):
            _write_column(page, number, column)
        _mark_example(page, sheet.columns)
        page.freeze_panes = "A2"
    book.save(path)


def _write_column(page: Any, number: int, column: Column) -> None:  # noqa: ANN401 - openpyxl brings no types
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    letter = get_column_letter(number)
    page.column_dimensions[letter].number_format = AS_TEXT
    page.column_dimensions[letter].width = max(12, 2 * len(column.example) + 4)
    heading = page.cell(1, number)
    put_text(heading, column.heading + (wording.STAR if column.required else ""))
    heading.font = Font(bold=True)
    _hint(heading, column)
    put_text(page.cell(2, number), column.example)
    if column.choices:
        _choose(page, letter, column)


def _hint(heading: Any, column: Column) -> None:  # noqa: ANN401 - openpyxl brings no types
    from openpyxl.comments import Comment  # noqa: PLC0415

    parts = [wording.REQUIRED_HINT if column.required else "", column.hint]
    text = "；".join(part for part in parts if part)
    if text:
        heading.comment = Comment(text, _AUTHOR)


def _choose(page: Any, letter: str, column: Column) -> None:  # noqa: ANN401 - openpyxl brings no types
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    rule = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=True, showErrorMessage=True)
    rule.errorTitle, rule.error = wording.CHOICE_TITLE, wording.CHOICE_TEXT
    page.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}{_LAST_ROW}")


def _mark_example(page: Any, columns: tuple[Column, ...]) -> None:  # noqa: ANN401 - openpyxl brings no types
    """Mark the example where no list of choices stands in the way."""
    for number, column in enumerate(columns, 1):
        if column.heading in {"名称", "姓名"}:
            put_text(page.cell(2, number), f"{wording.EXAMPLE}：{column.example}")
            return
