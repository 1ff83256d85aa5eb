"""日程 on the desk: pausing one job."""

from domain.calendar import PausedJobs
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
