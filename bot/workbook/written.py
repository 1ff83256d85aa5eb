"""The child process that writes a kept workbook: a parcel as JSON from standard input, the .xlsx to standard output."""

import io
import sys

from bot.workbook.writing import write_rows
from domain.document_files import document_of
from domain.documents import WorkbookSheet
from domain.register.cells import Cell, Sheets
from publishing.parcel import unpacked


def main() -> None:
    """Write what standard input says; every cell is a text."""
    document = document_of(unpacked(sys.stdin.buffer.read()).kept)
    if not isinstance(document, WorkbookSheet):
        raise TypeError(document.form)
    body = io.BytesIO()
    write_rows(body, _sheets(document))
    sys.stdout.buffer.write(body.getvalue())


def _sheets(document: WorkbookSheet) -> Sheets:
    return {one.title: [[Cell(text) for text in row] for row in (one.head, *one.rows)] for one in document.tables}


if __name__ == "__main__":
    main()
