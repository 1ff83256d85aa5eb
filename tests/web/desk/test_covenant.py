"""居民公约, 承诺接龙 and 走访巡查 on the desk."""

from datetime import timedelta

from domain.code import NewCode
from domain.covenant import CovenantInForce, Covenants
from domain.decision import Unit
from domain.matters.matter import OpenMatter, OpenMatters, Step
from domain.outbox import OwedNow
from domain.pledges import ShownSince, text_name
from tests.web.desk.conftest import HERE, Administrator

TEXT = "公共地方大家用。\n\n晚上十点以后<b>不放</b>音响。"


async def _drafted(admin: Administrator, **more: object) -> str:
    await admin.enter()
    fields = {"title": "居民公约", "articles": TEXT, "changes": "晚上十点以后不放音响。", "days": 7} | more
    return await admin.do("covenant", "draft", **fields)


async def test_a_draft_is_adopted_only_with_a_record_after_the_comments(admin: Administrator) -> None:
    """草案发到群里；征求意见没结束不能通过；票数不够不能通过；通过后每位绑定的人收到一次改了什么。"""
    assert "第 2 版草案开始征求意见" in await _drafted(admin)
    assert "不放&lt;/b&gt;" in (await admin.get("/desk/covenant")).replace("</b>", "&lt;/b&gt;")
    assert "已经有一份草案" in await _drafted(admin)
    (posted,) = await admin.app.store.answer(OwedNow(admin.ms))
    assert (posted.target.kind, posted.target.id) == ("grid", "2")
    assert "【征求意见】居民公约 第 2 版草案" in posted.text
    record = {"version": 2, "meeting": "居民代表大会", "day": "2026-12-01", "votes_for": 30, "votes_against": 4}
    assert "征求意见到 2026-11-30 才结束" in await admin.do("covenant", "adopt", **record)
    admin.clock.set(admin.clock.now() + timedelta(days=9))
    assert "赞成要多于反对" in await admin.do("covenant", "adopt", **record | {"votes_for": 4})
    assert "赞成要多于反对" in await admin.do("covenant", "adopt", **record | {"day": "2026-11-30"})
    assert await admin.app.store.answer(CovenantInForce()) is None
    assert "绑定的 2 位" in await admin.do("covenant", "adopt", **record)
    held = await admin.app.store.answer(CovenantInForce())
    assert held
    assert (held.version, held.adopted_on, held.votes_for) == (2, "2026-12-01", 30)
    told = [one for one in await admin.app.store.answer(OwedNow(admin.ms)) if one.target.kind == "subject"]
    assert [one.target.id for one in told] == ["1", "2"]
    assert "改了什么：\n晚上十点以后不放音响。\n" in told[0].text
    assert "没有等着通过的草案" in await admin.do("covenant", "adopt", **record)


async def test_what_is_not_whole_is_refused_and_a_draft_can_be_dropped(admin: Administrator) -> None:
    """三行“改了什么”、没有内容、四十天 → 说明；放弃草案 → 现行不变。"""
    assert "一两行" in await _drafted(admin, changes="一\n二\n三")
    assert "一两行" in await _drafted(admin, articles=" \n ")
    assert "一两行" in await _drafted(admin, days=40)
    await _drafted(admin)
    assert "没有等着通过的草案" in await admin.do("covenant", "drop", version=3)
    assert "放弃了" in await admin.do("covenant", "drop", version=2)
    assert "第 3 版草案" in await _drafted(admin)
    assert [one.state for one in await admin.app.store.answer(Covenants())] == ["open", "dropped"]


async def test_a_drive_is_posted_and_may_be_signed_at_once(admin: Administrator) -> None:
    """发起接龙 → 全文进群，群里可以直接签；同一份不重复发；提前结束 → 群里一句。"""
    await admin.enter()
    assert "天数写 1 到 7" in await admin.do("drives", "start", pledge="C01", grid="2", days=8)
    assert "接龙开始了：文明养犬承诺" in await admin.do("drives", "start", pledge="C01", grid="!all", days=7)
    assert "没有再发" in await admin.do("drives", "start", pledge="C01", grid="2", days=3)
    (posted,) = await admin.app.store.answer(OwedNow(admin.ms))
    assert "在群里发“我承诺文明养犬”就签上了，到 11月30日上午为止" in posted.text
    pledge = admin.app.rules.pledge_of_code("C01")
    assert pledge
    assert await admin.app.store.answer(ShownSince(f"{HERE}:room-2", text_name(pledge), admin.ms - 1))
    (running,) = await admin.app.store.answer(OpenMatters(sort="drive"))
    assert "已签 0 家" in await admin.get("/desk/drives")
    assert "接龙结束了" in await admin.do("drives", "end", code=running.code)
    assert "已经结束" in await admin.do("drives", "end", code=running.code)
    assert await admin.app.store.answer(OpenMatters(sort="drive")) == ()


async def test_the_week_in_figures(admin: Administrator) -> None:
    """走访巡查：每个网格本周、上周的次数，不写住户。"""

    kept = [
        OpenMatter(
            NewCode("K", slot), "visit", "visited", "安全检查", Step("visited"), 1, "2",
            facts={"address": place}, closed=True,
        )
        for slot, place in enumerate(("6栋1单元302", "6栋1单元302", "3栋2单元501"))
    ]  # fmt: skip
    walked = OpenMatter(
        NewCode("K", 9),
        "patrol",
        "done",
        "李桂芬",
        Step("done"),
        grid="2",
        facts={"person": 1, "found": 2},
        closed=True,
    )
    await admin.app.store.post(Unit(None, (*kept, walked), at=admin.ms))
    await admin.enter()
    shown = await admin.get("/desk/rounds")
    assert ">1 次</td>" in shown
    assert ">2 件</td>" in shown
    assert ">2 户</td>" in shown
    assert "6栋" not in shown
