"""The board at the desk: assessment, lines with a reason, publication by hand, urgent take-down."""

from domain.boards import states
from domain.boards.material import material_of
from domain.boards.quarter import Quarter
from domain.boards.states import Kept
from domain.boards.telling import Today, drafted
from domain.code import NewCode
from domain.enrolment import EnrolSubject
from domain.ledger import Hand, NewEntry, RuleMark
from domain.matters.matter import MatterAt, MoveMatter, Step
from tests.web.desk.conftest import Administrator

Q3 = Quarter(2026, 3)


async def kept_of(admin: Administrator) -> Kept:
    """The board as it is kept."""
    found = await admin.app.store.answer(MatterAt(Q3.code))
    assert found is not None
    return Kept(found)


async def draft(admin: Administrator) -> None:
    """A shop and its deduction of August, on a draft."""
    await admin.put(EnrolSubject("merchant", "老王烧烤", "2", "3栋底商2号"))
    mark, hand = RuleMark("MN05", "v1", ""), Hand(0, "system", "2")
    await admin.put(NewEntry(NewCode("L"), 3, "credit", "deduct", -3, "test", mark, hand, "2026-08-20"))
    material = await admin.app.store.answer(material_of(Q3, admin.app.rules))
    opened, _ = states.opened(drafted(Today(admin.clock.now(), admin.app.rules, material)))
    await admin.put(opened)


async def test_a_board_is_seen_thinned_published_and_taken_down(admin: Administrator) -> None:
    await admin.enter()
    assert "还没有草案" in await admin.get("/desk/boards")
    assert "已备案" in await admin.do("boards", "assess")
    await draft(admin)
    text = await admin.get("/desk/boards")
    assert "老王烧烤 占道经营、超门窗经营 1 件" in text
    assert "草案，等评榜" in text
    assert "还不能发布" in await admin.do("boards", "publish", code=Q3.code)
    assert "请写原因" in await admin.do("boards", "drop", code=Q3.code, line="L1")
    assert "已经变了" in await admin.do("boards", "drop", code=Q3.code, line="L9", reason="x")
    assert "原因已记下" in await admin.do("boards", "drop", code=Q3.code, line="L1", reason="店已转让")
    assert "不单独列出 L1：店已转让" in await admin.get("/desk/boards")

    for person, role in ((1, "supervisor"), (2, "secretary")):
        await admin.put(MoveMatter((await kept_of(admin)).matter, "noticed", Step("approve", person, role)))
    told = {"told": {"L1": admin.ms - 8 * 86_400_000}}
    await admin.put(MoveMatter((await kept_of(admin)).matter, "noticed", Step("noticed"), facts=told))
    assert "发布了" in await admin.do("boards", "publish", code=Q3.code)
    kept = await kept_of(admin)
    assert kept.shown is not None
    assert kept.shown.total == 1
    assert not kept.shown.lines
    assert "撤下了" in await admin.do("boards", "takedown", code=Q3.code, reason="内容有争议")
    assert (await kept_of(admin)).matter.closed_at == admin.ms
    assert "已经变了" in await admin.do("boards", "takedown", code=Q3.code, reason="再来")
