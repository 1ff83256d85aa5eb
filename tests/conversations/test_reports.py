"""Exports and posters: what each role may take home."""

import io

import pytest
from openpyxl import load_workbook

from bot.drawing import Drawer
from domain.attachments import Attachment
from domain.decision import Unit
from domain.enrolment import EnrolGrid, GridsOf
from tests.conversations.conftest import BOT, Community

FORMULA = "=1+1"


@pytest.fixture
async def busy(community: Community) -> Community:
    """One entry, and a resident whose name looks like a formula."""
    await community.enter(FORMULA, address="5栋1单元101", known_as="怪名")
    await community.enter("罗琼", "supervisor")
    await community.enter("白云", "secretary")
    await community.say("段家荣", "加分 6栋1单元302 李桂芬 志愿服务")
    return community


async def _sheet(community: Community, name: str) -> dict[str, list[list[str]]]:
    kept: list[Attachment] = []
    store = community.app.store
    post = store.post

    async def seen(unit: Unit) -> object:
        for effect in unit.effects:
            if getattr(effect, "form", "") == "workbook":
                kept.append(Attachment(effect.name, effect.body, effect.form))
                assert effect.expires_at
        return await post(unit)

    store.post = seen  # type: ignore[method-assign,assignment]
    said = await community.say(name, "导出 本月台账")
    store.post = post  # type: ignore[method-assign]
    assert "见附件" in said[0]
    drawn = await Drawer(store).draw(kept[0])
    assert drawn
    assert drawn.name.endswith(".xlsx")
    book = load_workbook(io.BytesIO(drawn.body))
    for sheet in book.worksheets:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} <= {"s"}
    return {one.title: [[str(cell.value or "") for cell in row] for row in one.iter_rows()] for one in book.worksheets}


async def test_a_worker_takes_the_own_grid_with_names(busy: Community) -> None:
    """段家荣：导出 本月台账 → 二网格的三张表，有姓名。"""
    sheets = await _sheet(busy, "段家荣")
    assert list(sheets) == ["台账", "参与度", "扣分件数"]
    assert {row[3] for row in sheets["台账"][1:]} == {"李桂芬"}
    assert sheets["参与度"][1][1] == "二网格"


async def test_a_supervisor_gets_surnames_alone(busy: Community) -> None:
    """罗琼（居民代表）：导出台账 → 姓名隐去；白云（书记）→ 全名。"""
    rows = (await _sheet(busy, "罗琼"))["台账"]
    assert {row[3] for row in rows[1:]} == {"6栋 李*"}
    assert "李桂芬" in str(await _sheet(busy, "白云"))


async def test_a_name_is_no_formula(busy: Community) -> None:
    """名字写成公式也只是文字。"""
    await busy.say("段家荣", "加分 5栋1单元101 志愿服务")
    names = [row[3] for row in (await _sheet(busy, "段家荣"))["台账"][1:]]
    assert f"'{FORMULA}" in names


async def test_an_empty_period_and_a_resident_get_no_file(busy: Community) -> None:
    """去年没有台账 → 没有文件；居民不能导出；群里只说已私信。"""
    assert "没有台账" in (await busy.say("段家荣", "把去年的台账导出来"))[0]
    assert "工作人员" in (await busy.say("李桂芬", "导出台账"))[0]
    said = await busy.say("段家荣", f"{BOT} 导出台账", group=True)
    public = [line for line in said if line.startswith("群")]
    assert len(public) == 1
    assert "已私信" in public[0]
    assert "附件" not in public[0]


async def test_a_poster_is_made_for_the_own_grid(community: Community) -> None:
    """段家荣：生成海报 → 先要有举报电话；补上以后，一张 PDF、一张图。"""
    assert "还没有登记举报电话" in (await community.say("段家荣", "生成海报 二网格"))[0]
    (grid,) = [one for one in await community.app.store.answer(GridsOf()) if one.name == "二网格"]
    facts = '{"hotline": "0871-60000002", "report_address": "二网格警务室旁意见箱"}'
    await community.app.store.post(Unit(None, (EnrolGrid(grid.code, grid.name, facts),), at=1))
    said = await community.say("段家荣", "做一张2网格的海报")
    assert any("海报做好了" in line for line in said)
    assert any("同一张海报" in line for line in said)
    assert "不归您管" in (await community.say("段家荣", "生成海报 九网格"))[0]
