"""移送 at the desk, and the two who confirm it, on both databases."""

from domain.code import NewCode
from domain.findings import states
from domain.findings.handing_over import SORT
from domain.matters.matter import OpenMatter, OpenMatters, Step
from tests.web.desk.conftest import Administrator


def _finding(state: str) -> OpenMatter:
    facts = {"item": "RN07", "title": "飞线充电", "points": 3, "on": "2026-11-20", "person": 1, "note": ""}
    step, concerns = Step("registered", 1), ("6栋1单元302",)
    return OpenMatter(NewCode("L"), states.SORT, state, "李桂芬 飞线充电", step, 1, "2", concerns=concerns, facts=facts)


async def test_a_pending_finding_is_handed_over_with_its_receipt(admin: Administrator) -> None:
    """没有回执、没有这一条、已经入账的不收；登记了等两人确认，不再登记第二次；页上没有名字。"""
    await admin.enter()
    await admin.put(_finding(states.NOTICED))
    await admin.put(_finding(states.EFFECTIVE))
    form = {"code": "l1", "authority": "消防救援", "receipt": "消移2026-7"}
    assert "写上回执编号" in await admin.do("handover", "enter", **{**form, "receipt": ""})
    assert "写上回执编号" in await admin.do("handover", "enter", **{**form, "authority": "隔壁老王"})
    assert "请先由两个人" in await admin.do("handover", "enter", **{**form, "code": "L2"})
    assert "没有这条" in await admin.do("handover", "enter", **{**form, "code": "L9"})
    assert "两个人确认以后" in await admin.do("handover", "enter", **form)
    assert "已经在等" in await admin.do("handover", "enter", **form)
    (asked,) = await admin.app.store.answer(OpenMatters(sort=SORT))
    assert asked.facts == {"about": "L1", "authority": "消防救援", "receipt": "消移2026-7"}
    page = await admin.get("/desk/handover")
    assert "回执 消移2026-7" in page
    assert "李桂芬" not in page
