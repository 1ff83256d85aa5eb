"""A household's points at the desk: found by name or door, asked for, and put together only after the yes."""

from domain.code import NewCode
from domain.enrolment import EnrolSubject
from domain.ledger import Hand, NewEntry, RuleMark
from domain.matters.matter import MatterAt, MoveMatter, OpenMatters, Step
from domain.members import FindSubjects
from domain.proof import BookProof
from domain.shop.sharing import AGREED, HOUSEHOLD, RELIEF
from domain.standing import StandingOf
from tests.web.desk.conftest import Administrator


def _earned(subject: int, points: int, contra: str = "issue") -> NewEntry:
    rule, source = RuleMark("R01", "v1", ""), f"test:{subject}:{points}"
    return NewEntry(NewCode("L"), subject, "spendable", contra, points, source, rule, Hand(), "2026-11-23")  # type: ignore[arg-type]


async def test_points_move_only_after_the_yes_and_within_one_home(admin: Administrator) -> None:
    await admin.enter()
    await admin.put(EnrolSubject("resident", "李大海", "2", "6栋1单元302"), _earned(1, 20))
    (son,) = await admin.app.store.answer(FindSubjects("李大海"))
    assert "6栋1单元302" in await admin.get("/desk/household?q=6栋1单元302")
    assert "没有找到这一户" in await admin.get("/desk/household?q=没这人")
    wish = {"giver": 1, "receiver": son.id, "points": 15, "q": "李桂芬"}
    assert "同一户" in await admin.do("household", "ask", **{**wish, "receiver": 2})
    assert "不够 21 分" in await admin.do("household", "ask", **{**wish, "points": 21})
    assert "已经问李桂芬了" in await admin.do("household", "ask", **wish)
    assert "还有一件没办完" in await admin.do("household", "ask", **wish)
    (matter,) = await admin.app.store.answer(OpenMatters(sort=HOUSEHOLD))
    assert "本人还没有同意" in await admin.do("household", "merge", code=matter.code)
    await admin.put(MoveMatter(matter, AGREED, Step("confirmed")))
    assert "本人同意了" in await admin.get("/desk/household")
    assert "办好了" in await admin.do("household", "merge", code=matter.code)
    assert "已经办过了" in await admin.do("household", "merge", code=matter.code)
    assert [(await admin.app.store.answer(StandingOf(one))).spendable for one in (1, son.id)] == [5, 15]
    closed = await admin.app.store.answer(MatterAt(matter.code))
    assert closed
    assert closed.closed_at
    assert (await admin.app.store.answer(BookProof())).broken == ()


async def test_the_pool_promises_no_more_than_it_has(admin: Administrator) -> None:
    await admin.enter()
    await admin.put(_earned(1, 20), _earned(1, -12, "pool"))
    assert "现有 12 分" in await admin.get("/desk/household")
    assert "只有 12 分" in await admin.do("household", "help", receiver=2, points=13)
    assert "已经转给监督员和书记" in await admin.do("household", "help", receiver=2, points=8)
    assert "只有 4 分" in await admin.do("household", "help", receiver=2, points=5)
    (matter,) = await admin.app.store.answer(OpenMatters(sort=RELIEF))
    assert matter.subject == 2
    await admin.put(_earned(2, 14, "pool"))
    assert "pool: more was given than was donated" in (await admin.app.store.answer(BookProof())).broken
