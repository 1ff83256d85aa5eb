"""日程 on the desk: pausing one job."""

from datetime import datetime

from bot.clock import SHANGHAI
from domain.calendar import PausedJobs, WasRun, run_key
from domain.desk import RecentActions
from tests.web.desk.conftest import Administrator


async def test_a_job_is_paused_and_goes_on(admin: Administrator) -> None:
    await admin.enter()
    assert "信用小贴士已暂停" in await admin.do("calendar", "stop", job="credit_tip")
    assert await admin.app.store.answer(PausedJobs()) == {"credit_tip"}
    assert "<b>已暂停</b>" in await admin.get("/desk/calendar")
    assert "信用小贴士继续了" in await admin.do("calendar", "go_on", job="credit_tip")
    assert await admin.app.store.answer(PausedJobs()) == frozenset()
    await admin.do("calendar", "stop", job="no_such_job")
    whats = [one.what for one in await admin.app.store.answer(RecentActions())]
    assert whats == ["calendar.go_on", "calendar.stop"]


async def test_publishing_is_held_back_and_let_out_again(admin: Administrator) -> None:
    """暂停发布 → 小贴士不发，首页提醒；恢复 → 过一会儿补上；预览说会发什么，什么也不发。"""
    await admin.enter()
    await admin.app.runner.tick()
    shown = await admin.do("calendar", "preview", job="credit_tip")
    assert "会发到群里" in shown
    assert "【信用小贴士】" in shown
    assert "已暂停发布" in await admin.do("calendar", "hold")
    assert "往群里发布" in await admin.get("/desk/home")
    admin.clock.set(datetime(2026, 11, 25, 19, 31, tzinfo=SHANGHAI))
    admin.app.runner.resume()
    await admin.app.runner.tick()
    key = run_key("credit_tip", "2026-W48", "grid:2")
    assert not await admin.app.store.answer(WasRun(key))
    assert "恢复发布了" in await admin.do("calendar", "let_out")
    await admin.app.runner.tick()
    assert await admin.app.store.answer(WasRun(key))


async def test_one_group_reads_no_tips(admin: Administrator) -> None:
    """一个群不发小贴士 → 那个群星期三什么也没有；恢复以后又有。"""
    await admin.enter()
    assert "不再发每周小贴士" in await admin.do("calendar", "tips_off", grid="2")
    assert "会发到群里 0 条" in await admin.do("calendar", "preview", job="credit_tip")
    await admin.do("calendar", "tips_on", grid="2")
    assert "会发到群里 1 条" in await admin.do("calendar", "preview", job="credit_tip")
    assert "已经有人处理过" in await admin.do("calendar", "tips_off", grid="没有的网格")
