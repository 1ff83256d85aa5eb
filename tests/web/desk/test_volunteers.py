"""Registering volunteers at the counter: whoever is under age only through the guardian of the register."""

from domain.activities.activity import OpenActivity, Organiser, Plan, SignUpsOf
from domain.code import NewCode
from domain.enrolment import EnrolListing, EnrolSubject
from domain.members import FindSubjects
from domain.teams.team import VolunteerOf
from tests.web.desk.conftest import Administrator


async def test_a_minor_joins_through_the_registered_guardian(admin: Administrator) -> None:
    await admin.enter()
    child = EnrolSubject("resident", "李小妹", "2", "6栋1单元302", guardian="李桂芬", minor=True)
    alone = EnrolSubject("resident", "孙小明", "2", "5栋1单元302", minor=True)
    await admin.put(child, alone, EnrolListing("team", "护绿队", '{"station": "二站"}'))
    (girl,) = await admin.app.store.answer(FindSubjects("李小妹"))
    (boy,) = await admin.app.store.answer(FindSubjects("孙小明"))
    assert "没有找到这位居民" in await admin.get("/desk/volunteers?q=没这人")
    assert "到场监护人的姓名" in await admin.get("/desk/volunteers?q=李小妹")
    wish = {"subject": girl.id, "team": "护绿队", "guardian": "李桂芬", "agreed": "yes", "q": "李小妹"}
    assert "对不上" in await admin.do("volunteers", "join", **{**wish, "guardian": "李四"})
    assert "要监护人同意" in await admin.do("volunteers", "join", **{**wish, "agreed": ""})
    assert "没有孙小明的监护人" in await admin.do("volunteers", "join", **{**wish, "subject": boy.id})
    assert not (await admin.app.store.answer(VolunteerOf(girl.id))).teams
    page = await admin.do("volunteers", "join", **wish)
    assert "登记好了：李小妹加入护绿队" in page
    assert "编号 Z1" in page
    assert "已经在护绿队里了" in await admin.do("volunteers", "join", **wish)


async def test_a_grown_up_without_a_phone_agrees_in_person(admin: Administrator) -> None:
    await admin.enter()
    await admin.put(EnrolListing("team", "护绿队", '{"station": "二站"}'))
    assert "请先查找居民" in await admin.do("volunteers", "join", subject=1, team="没这队", agreed="yes")
    assert "要本人同意" in await admin.do("volunteers", "join", subject=1, team="护绿队")
    assert "登记好了" in await admin.do("volunteers", "join", subject=1, team="护绿队", agreed="yes")
    held = await admin.app.store.answer(VolunteerOf(1))
    assert (held.number, held.teams) == (1, ("护绿队",))


async def test_a_minor_is_signed_up_for_an_activity_by_the_registered_guardian(admin: Administrator) -> None:
    await admin.enter()
    await admin.put(EnrolSubject("resident", "李小妹", "2", "6栋1单元302", guardian="李桂芬", minor=True))
    (girl,) = await admin.app.store.answer(FindSubjects("李小妹"))
    start, who = admin.ms + 86_400_000, Organiser(person=1, role="grid_worker")
    for title, since in (("清扫楼道", start), ("同一时间", start + 3_600_000), ("昨天的", start - 2 * 86_400_000)):
        plan = Plan("activity", title, "R07", "2", since, since + 7_200_000, "3栋门口", 1)
        await admin.put(OpenActivity(NewCode("N"), plan, who, "0417", "8264"))
    page = await admin.get("/desk/volunteers?q=李小妹")
    assert "1 清扫楼道" in page
    assert "昨天的" not in page
    wish = {"subject": girl.id, "number": 1, "guardian": "李桂芬", "agreed": "yes", "q": "李小妹"}
    assert "对不上" in await admin.do("volunteers", "sign_up", **{**wish, "guardian": "李四"})
    assert "要监护人同意" in await admin.do("volunteers", "sign_up", **{**wish, "agreed": ""})
    assert "还没开始的活动" in await admin.do("volunteers", "sign_up", **{**wish, "number": 3})
    assert await admin.app.store.answer(SignUpsOf(1)) == ()
    assert "报上了：李小妹参加 1 号" in await admin.do("volunteers", "sign_up", **wish)
    assert "已经报过" in await admin.do("volunteers", "sign_up", **wish)
    assert "不能同时去两处" in await admin.do("volunteers", "sign_up", **{**wish, "number": 2})
    assert "排在第 1 位" in await admin.do("volunteers", "sign_up", subject=1, number=1, agreed="yes")
    assert [one.state for one in await admin.app.store.answer(SignUpsOf(1))] == ["in", "waiting"]


async def test_skills_and_free_times_are_said_found_and_taken_back(admin: Administrator) -> None:
    await admin.enter()
    await admin.put(EnrolListing("team", "护绿队", "{}"))
    said = {"subject": 1, "skill0": "yes", "weekend": "yes", "agreed": "yes"}
    assert "有了编号" in await admin.do("volunteers", "skills", **said)
    await admin.do("volunteers", "join", subject=1, team="护绿队", agreed="yes")
    assert "要本人同意" in await admin.do("volunteers", "skills", **{**said, "agreed": ""})
    assert "登记好了" in await admin.do("volunteers", "skills", **said)
    held = await admin.app.store.answer(VolunteerOf(1))
    assert (held.skills, held.times) == (("家电维修",), ("weekend",))
    assert "家电维修 · 周末白天" in await admin.get("/desk/volunteers?skill=家电维修&time=weekend")
    assert "还没有人登记过" in await admin.get("/desk/volunteers?skill=家电维修&time=evening")
    assert "去掉了" in await admin.do("volunteers", "skills", subject=1)
    assert not (await admin.app.store.answer(VolunteerOf(1))).skills


async def test_under_age_nobody_names_skills(admin: Administrator) -> None:
    await admin.enter()
    child = EnrolSubject("resident", "李小妹", "2", "6栋1单元302", guardian="李桂芬", minor=True)
    await admin.put(child, EnrolListing("team", "护绿队", "{}"))
    (girl,) = await admin.app.store.answer(FindSubjects("李小妹"))
    await admin.do("volunteers", "join", subject=girl.id, team="护绿队", guardian="李桂芬", agreed="yes")
    refused = await admin.do("volunteers", "skills", subject=girl.id, skill0="yes", guardian="李桂芬", agreed="yes")
    assert "未满 18 岁的不登记专长" in refused
