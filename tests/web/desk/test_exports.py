"""Figures to take home from the desk: a workbook without names, and one sentence where there is nothing."""

import base64
import io
import re

from openpyxl import load_workbook

from domain.code import NewCode
from domain.ledger import Hand, NewEntry, RuleMark
from tests.web.desk.conftest import Administrator


async def test_a_period_is_a_workbook_without_names(admin: Administrator) -> None:
    await admin.enter()
    rule = RuleMark("R01", "v1", "")
    await admin.put(NewEntry(NewCode("L"), 1, "credit", "issue", 6, "test:6", rule, Hand(grid="2"), "2026-11-20"))
    assert "没有台账" in await admin.get("/desk/exports?period=last_year")
    assert "下载" not in await admin.get("/desk/exports?period=always")
    page = await admin.get("/desk/exports?period=this_month")
    assert "台账 1 行" in page
    found = re.search(r'href="data:[^;]+;base64,([^"]+)"', page)
    assert found
    book = load_workbook(io.BytesIO(base64.b64decode(found[1])))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert "李桂芬" not in "".join(cells)
    assert any("李" in one for one in cells)
