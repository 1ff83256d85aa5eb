"""The yearly awards at the desk: two reviewers, recusal, the list for publicity, objections."""

import json
from datetime import datetime

from bot.clock import SHANGHAI
from domain.awards.nomination import SHORTLISTED, Nomination, opened
from domain.code import NewCode
from domain.desk import StaffRoll
from domain.enrolment import EnrolStaff
from domain.matters.matter import Matter, MatterAt, MoveMatter, OpenMatters, Step
from domain.members import AccountRef, FindSubjects, GiveDuty, Subject, SubjectAt
from scheduler.boards import voters
from tests.web.desk.conftest import HERE, Administrator


async def matter_of(admin: Administrator) -> Matter:
    """P1 as it is kept."""
    found = await admin.app.store.answer(MatterAt("P1"))
    assert found is not None
    return found


async def nominated(admin: Administrator) -> tuple[int, ...]:
    """P1 about 李桂芬 on the shortlist, and the numbers of three supervisors, the last of her household's address."""
    (subject,) = await admin.app.store.answer(FindSubjects(name="李桂芬"))
    for place, name in enumerate(("罗琼", "何勇", "李家人")):
        await admin.put(
            EnrolStaff(name, "supervisor", "", recusals=json.dumps([subject.address] if place == 2 else []))
        )
    await tied(admin)
    await admin.put(_opened(admin, subject))
    await admin.put(MoveMatter(await matter_of(admin), SHORTLISTED, Step("screened"), facts={"named": "masked"}))
    people = {one.name: one.person for one in await voters(admin.app.store)}
    return tuple(people[name] for name in ("罗琼", "何勇", "李家人"))


def _opened(admin: Administrator, subject: Subject) -> object:
    award = next(one for one in admin.app.rules.awards.awards if one.code == "W02")
    return opened(NewCode("P"), award, subject, 2026, {"by": 2, "reason": "照顾孤老"})


async def tied(admin: Administrator) -> None:
    """Everybody of the staff has an account."""
    for one in await admin.app.store.answer(StaffRoll()):
        if one.role == "supervisor":
            await admin.put(GiveDuty(AccountRef(HERE, f"a{one.id}"), one.id))


async def test_two_reviewers_score_and_the_list_is_made(admin: Administrator) -> None:
    await admin.enter()
    assert "现在没有提名" in await admin.get("/desk/awards")
    first, second, relative = await nominated(admin)
    text = await admin.get("/desk/awards")
    assert "6栋 李*，理由：照顾孤老" in text
    assert "罗琼" in text
    assert "李家人" not in text
    values = {f"value{place}": figure for place, figure in enumerate((4, 10, 6, 20, 40))}
    assert "要回避" in await admin.do("awards", "score", code="P1", person=relative, **values)
    assert "从 0 到满分" in await admin.do("awards", "score", code="P1", person=first, **{**values, "value0": 5})
    assert "记下了" in await admin.do("awards", "score", code="P1", person=first, **values)
    assert "两位评议人" in await admin.do("awards", "choose", code="P1")
    assert "记下了" in await admin.do("awards", "score", code="P1", person=second, **values)
    assert "平均 100.0 分" in await admin.get("/desk/awards")
    assert "列入公示名单了" in await admin.do("awards", "choose", code="P1")
    assert (await matter_of(admin)).state == "chosen"
    assert "已经变了" in await admin.do("awards", "choose", code="P1")


async def test_an_objection_is_decided_with_a_reason(admin: Administrator) -> None:
    await admin.enter()
    await nominated(admin)
    await admin.put(MoveMatter(await matter_of(admin), "public", Step("published")))
    assert "请写清楚理由" in await admin.do("awards", "object", code="P1")
    assert "异议记下了" in await admin.do("awards", "object", code="P1", reason="常年噪声扰邻")
    assert Nomination(await matter_of(admin)).objections == ["常年噪声扰邻"]
    assert "异议不成立" in await admin.do("awards", "dismiss", code="P1", reason="查无此事")
    assert Nomination(await matter_of(admin)).objections == []
    assert "已经变了" in await admin.do("awards", "uphold", code="P1", reason="没有异议")
    await admin.do("awards", "object", code="P1", reason="噪声")
    assert "异议成立" in await admin.do("awards", "uphold", code="P1", reason="属实")
    assert await admin.app.store.answer(OpenMatters(sort="nomination")) == ()


async def test_the_list_is_full_at_the_quota_and_a_place_can_be_given_back(admin: Administrator) -> None:
    """五好家庭 10 个名额：列满就列不进，移出一份（本人私下知道）才有空位。"""
    admin.clock.set(datetime(2026, 12, 18, 11, tzinfo=SHANGHAI))
    await admin.enter()
    first, second, _ = await nominated(admin)
    subject = await admin.app.store.answer(SubjectAt((await matter_of(admin)).subject))
    assert subject is not None
    for number in range(2, 12):
        family = Subject(2, "resident", "周强", subject.grid, "6栋3单元101", f"H{number}")
        await admin.put(_opened(admin, family))
        other = await admin.app.store.answer(MatterAt(f"P{number}"))
        assert other is not None
        await admin.put(MoveMatter(other, "chosen", Step("chosen"), facts={}))
    values = {f"value{place}": 1 for place in range(5)}
    for person in (first, second):
        await admin.do("awards", "score", code="P1", person=person, **values)
    assert "今年名额 10 个（至少 10 个，或自愿参评户数的 1%，取多的），已列入 10 个" in await admin.get("/desk/awards")
    assert "已经列满了" in await admin.do("awards", "choose", code="P1")
    assert "请写清楚理由" in await admin.do("awards", "unlist", code="P2")
    assert "移出公示名单了" in await admin.do("awards", "unlist", code="P2", reason="评议会改了意见")
    assert "列入公示名单了" in await admin.do("awards", "choose", code="P1")
    assert "已经变了" in await admin.do("awards", "unlist", code="P2", reason="再来一次")
