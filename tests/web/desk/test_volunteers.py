"""Registering volunteers at the counter: whoever is under age only through the guardian of the register."""

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
