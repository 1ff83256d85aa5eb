"""A kept workbook as its child process writes it."""

import io

import pytest
from openpyxl import load_workbook

from bot.drawing import Drawer
from domain.attachments import Attachment
from domain.document_files import attachment_of, document_of
from domain.documents import Table, WorkbookSheet
from storage.store import Store

SHEET = WorkbookSheet((Table("台账", ("名字", "分"), (("=1+1", "3"), ("\uff0d2", "4"))), Table("空", ("一",), ())))


def test_a_workbook_comes_back_as_it_was() -> None:
    kept = attachment_of(SHEET, "台账.xlsx")
    assert document_of(Attachment(kept.name, kept.body, kept.form)) == SHEET
    with pytest.raises(ValueError, match="xlsx"):
        attachment_of(SHEET, "台账.pdf")


async def test_every_cell_stays_a_text(store: Store) -> None:
    kept = attachment_of(SHEET, "台账.xlsx")
    written = await Drawer(store).draw(Attachment(kept.name, kept.body, kept.form))
    assert written
    assert written.name == "台账.xlsx"
    book = load_workbook(io.BytesIO(written.body))
    assert book.sheetnames == ["台账", "空"]
    rows = [[cell.value for cell in row] for row in book["台账"].iter_rows()]
    assert rows == [["名字", "分"], ["'=1+1", "3"], ["'\uff0d2", "4"]]
    assert {cell.data_type for row in book["台账"].iter_rows() for cell in row} == {"s"}
