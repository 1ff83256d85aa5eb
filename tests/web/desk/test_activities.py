"""活动 on the desk: counts and codes, and calling an activity off."""

from datetime import timedelta

from domain.activities.activity import ActivityAt, OpenActivity, Organiser, Plan, TakePlace
from domain.code import NewCode
from domain.desk import RecentActions
from domain.outbox import OwedNow
from tests.web.desk.conftest import Administrator


async def _planned(admin: Administrator) -> None:
    await admin.enter()
    start = admin.ms + 86_400_000
    plan = Plan("activity", "清扫<b>楼道", "R07", "2", start, start + 7_200_000, "3栋门口", 1)
    await admin.put(OpenActivity(NewCode("N"), plan, Organiser(person=1, role="grid_worker"), "0417", "8264"))
    await admin.put(TakePlace(1, 1, "in"), TakePlace(1, 2, "waiting"))


async def test_counts_and_codes_without_names(admin: Administrator) -> None:
    await _planned(admin)
    text = await admin.get("/desk/activities")
    assert "清扫&lt;b&gt;楼道" in text
    assert "报名 1（名额 1 人） · 排队 1 · 到场 0" in text
    assert "0417" in text
    assert "8264" in text
    assert "李桂芬" not in text


async def test_calling_off_tells_everybody_with_a_place_and_the_group(admin: Administrator) -> None:
    await _planned(admin)
    assert "1 号活动取消了" in await admin.do("activities", "cancel", number=1)
    found = await admin.app.store.answer(ActivityAt(1))
    assert found
    assert found.state == "cancelled"
    told = await admin.app.store.answer(OwedNow(admin.ms))
    assert {(one.target.kind, one.target.id) for one in told} == {
        ("subject", "1"), ("subject", "2"), ("staff", "1"), ("grid", "2"),
    }  # fmt: skip
    assert "已取消" in await admin.get("/desk/activities")
    assert "已经有人处理过了" in await admin.do("activities", "cancel", number=1)
    assert [one.what for one in await admin.app.store.answer(RecentActions())] == ["activities.cancel"]


async def test_what_has_begun_or_is_not_there_is_not_called_off(admin: Administrator) -> None:
    await _planned(admin)
    assert "已经有人处理过了" in await admin.do("activities", "cancel", number=9)
    admin.clock.set(admin.clock.now() + timedelta(days=1, minutes=1))
    assert "取消活动" not in await admin.get("/desk/activities")
    assert "已经有人处理过了" in await admin.do("activities", "cancel", number=1)
