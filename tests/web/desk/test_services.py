"""Projects, issues and outcomes of mediation at the desk, on both databases."""

from domain.code import NewCode
from domain.findings import states
from domain.matters.matter import Holder, MatterAt, OpenMatter, OpenMatters, Step
from domain.services.service import CLAIMED, DISPUTE
from domain.services.weekly import open_lines
from tests.web.desk.conftest import Administrator


def _finding(state: str = states.DUE) -> OpenMatter:
    facts = {"item": "RN07", "title": "飞线充电", "points": 3, "on": "2026-11-20", "person": 1, "note": ""}
    concerns = ("6栋1单元302",)
    step = Step("registered", 1)
    return OpenMatter(NewCode("L"), states.SORT, state, "李桂芬 飞线充电", step, 1, "2", concerns=concerns, facts=facts)


async def test_a_project_is_published_and_listed_on_friday(admin: Administrator) -> None:
    await admin.enter()
    assert "已经发布" in await admin.do("projects", "new", title="给老人理发", grid="2")
    assert "没有再发" in await admin.do("projects", "new", title="给老人理发", grid="2")
    (found,) = await admin.app.store.answer(OpenMatters(sort="project"))
    assert open_lines([found], "2") == ("P1 给老人理发：认领请发“认领 P1”",)
    assert open_lines([found], "1") == ()
    assert "请写清要做什么" in await admin.do("projects", "new", title="", grid="2")


async def test_an_issue_needs_three_verified_findings_at_one_place(admin: Administrator) -> None:
    await admin.enter()
    await admin.put(_finding())
    await admin.put(_finding(states.PROPOSED))
    await admin.put(_finding(states.VOID))
    assert "6栋 飞线充电" not in await admin.get("/desk/projects")
    issue = {"grid": "2", "line": "6栋 飞线充电", "title": "装一处充电桩"}
    assert "没有这一处" in await admin.do("projects", "issue", **issue)
    await admin.put(_finding())
    await admin.put(_finding(states.EFFECTIVE))
    assert "6栋 飞线充电" in await admin.get("/desk/projects")
    assert "没有这一处" in await admin.do("projects", "issue", **{**issue, "title": "\u200b "})
    assert "已经发布" in await admin.do("projects", "issue", **issue)
    assert "没有再发" in await admin.do("projects", "issue", **{**issue, "title": "再装一处"})
    (found,) = await admin.app.store.answer(OpenMatters(sort="project"))
    assert found.line == "6栋 飞线充电：装一处充电桩"
    assert found.facts["issue"] is True


async def test_the_outcome_of_a_mediation_is_entered_without_its_content(admin: Administrator) -> None:
    await admin.enter()
    await admin.put(_finding())
    facts = {"topic": "纠纷调解", "private": True, "content": "楼上漏水", "asker": "subject:2", "other": "subject:1"}
    concerns = ("3栋2单元501", "6栋1单元302")
    step = Step("asked")
    dispute = OpenMatter(
        NewCode("P"), DISPUTE, CLAIMED, "邻里纠纷", step, 2, "2", Holder(), concerns, None, {**facts, "helper": ""}
    )
    await admin.put(dispute)
    shown = await admin.get("/desk/mediation")
    assert "P1" in shown
    assert "漏水" not in shown
    assert "没有找到双方之间" in await admin.do("mediation", "enter", code="P1", outcome="settled", finding="L9")
    assert "登记了" in await admin.do("mediation", "enter", code="P1", outcome="settled", finding="l1")
    closed = await admin.app.store.answer(MatterAt("P1"))
    assert closed is not None
    assert closed.state == "done"
    (asked,) = await admin.app.store.answer(OpenMatters(sort="voiding"))
    assert asked.facts["about"] == "L1"
    finding = await admin.app.store.answer(MatterAt("L1"))
    assert finding is not None
    assert finding.state == states.DUE
    assert "没有人在调解" in await admin.do("mediation", "enter", code="P1", outcome="settled")
