"""参与度, 效果 and 案例库 on the desk."""

from domain.matters.matter import MatterAt, MattersSince, MoveMatter, Step
from domain.outbox import OwedNow
from domain.publicity.cases import SORT
from tests.web.desk.conftest import Administrator

STORY = "有一家人总把电动车推进楼道充电，后来换到了充电棚。"


async def test_figures_are_shown_without_names(admin: Administrator) -> None:
    await admin.enter()
    for path in ("participation", "effect"):
        text = await admin.get(f"/desk/{path}")
        assert admin.status == 200
        assert "李桂芬" not in text
    assert "二网格" in await admin.get("/desk/participation")


async def test_a_case_that_could_be_somebodys_is_refused(admin: Administrator) -> None:
    await admin.enter()
    text = await admin.do("cases", "draft", title="充电", text=f"{STORY}李桂芬的电话 13812345678。")
    assert "名册里的名字、电话号码" in text
    assert "像名册里的：李桂芬" in text
    assert "30 字以内" in await admin.do("cases", "draft", title="", text=STORY)
    assert await admin.app.store.answer(MattersSince(SORT, 0)) == ()


async def test_a_case_is_published_only_once_it_is_approved(admin: Administrator) -> None:
    await admin.enter()
    assert "收下了" in await admin.do("cases", "draft", title="充电", text=STORY)
    (case,) = await admin.app.store.answer(MattersSince(SORT, 0))
    assert "还不能发" in await admin.do("cases", "publish", code=case.code)
    full = await admin.app.store.answer(MatterAt(case.code))
    assert full
    await admin.put(MoveMatter(full, "approved", Step("approve", 1)))
    assert "发到各网格群" in await admin.get("/desk/cases")
    await admin.do("calendar", "hold")
    published = await admin.do("cases", "publish", code=case.code)
    assert "案例发往 1 个网格的群" in published
    assert "恢复发布以后才发出去" in published
    assert await admin.app.store.answer(OwedNow(admin.ms)) == ()
    await admin.do("calendar", "let_out")
    assert [one.target.kind for one in await admin.app.store.answer(OwedNow(admin.ms))] == ["grid"]
    assert "还不能发" in await admin.do("cases", "publish", code=case.code)
    assert "还不能发" in await admin.do("cases", "drop", code=case.code)
