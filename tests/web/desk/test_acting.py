"""Somebody without a phone at the counter: acted for by the rules of chat, and told on paper."""

import re

from domain.code import NewCode
from domain.counter import COUNTER
from domain.decision import Say, Target, Urgency
from domain.enrolment import EnrolSubject
from domain.ledger import Hand, NewEntry, RuleMark
from domain.members import FindSubjects, SubjectAt
from domain.proof import BookProof
from domain.shop.voucher import VouchersOf
from domain.standing import StandingOf
from handlers.points.slip import slip_of
from tests.publishing.samples import NOTICE
from tests.web.desk.conftest import Administrator


async def _grandmother(admin: Administrator) -> int:
    await admin.enter()
    await admin.put(EnrolSubject("resident", "王秀兰", "2", "7栋1单元101"))
    (found,) = await admin.app.store.answer(FindSubjects("王秀兰"))
    rule = RuleMark("R01", "v1", "")
    await admin.put(
        NewEntry(NewCode("L"), found.id, "spendable", "issue", 60, "test:60", rule, Hand(), "2026-11-20"),
        NewEntry(NewCode("L"), found.id, "credit", "issue", 6, "test:6", rule, Hand(), "2026-11-20"),
    )
    return found.id


async def _said(admin: Administrator, subject: int, words: str, once: str = "", **more: str) -> str:
    fields = {"subject": subject, "words": words, "once": once or f"form-{words}", "present": "yes", **more}
    page = await admin.do("acting", "say", **fields)
    assert admin.status == 200
    return page


async def test_what_she_wants_is_done_by_the_rules_of_chat_and_once(admin: Administrator) -> None:
    her = await _grandmother(admin)
    assert "王秀兰" in await admin.get("/desk/acting?q=7栋1单元101")
    assert "没有找到" in await admin.get("/desk/acting?q=没这人")
    assert "可换 60 分" in await _said(admin, her, "积分")
    asked = await _said(admin, her, "兑换 理发券")
    assert "本人的回答" in asked
    first = await _said(admin, her, "是", once="yes-1")
    again = await _said(admin, her, "是", once="yes-1")
    assert "下载" in first
    assert len(re.findall(r"下载 ", again)) == len(re.findall(r"下载 ", first))
    (voucher,) = await admin.app.store.answer(VouchersOf(her))
    assert voucher.code
    assert (await admin.app.store.answer(StandingOf(her))).spendable == 60 - voucher.cost
    assert (await admin.app.store.answer(BookProof())).broken == ()


async def test_only_with_her_beside_and_never_what_is_between_her_and_the_bot(admin: Administrator) -> None:
    her = await _grandmother(admin)
    await admin.put(EnrolSubject("resident", "孙小明", "2", "5栋1单元302", minor=True))
    (boy,) = await admin.app.store.answer(FindSubjects("孙小明"))
    assert "请本人到场" in await _said(admin, her, "积分", present="")
    assert "请写要办的事" in await _said(admin, her, "   ")
    assert "监护人" in await _said(admin, boy.id, "积分")
    assert "没有找到这一位" in await _said(admin, 9999, "积分")
    for words in ("举报 3栋楼下有人飞线充电", "绑定 李桂芬 6栋1单元302", "切换 李桂芬", "解绑"):
        answered = await _said(admin, her, words)
        assert "不能由别人代办" in answered, words
        assert "回执" not in answered
    assert "社区工作人员" in await _said(admin, her, "加分 李桂芬 楼道清理 2")
    assert (await admin.app.store.answer(StandingOf(1))).credit == 0


async def test_what_no_chat_brings_her_is_read_out_and_then_gone(admin: Administrator) -> None:
    her = await _grandmother(admin)
    await admin.put(Say(Target("subject", str(her)), "您有一条要告诉您的话", urgency=Urgency.NOTICE))
    await admin.put(Say(Target("subject", "1"), "李桂芬自己会收到", urgency=Urgency.NOTICE))
    await admin.app.delivery.drain()
    closed = await admin.get(f"/desk/acting?subject={her}")
    assert "有 1 条" in closed
    assert "您有一条要告诉您的话" not in closed
    assert "请本人到场" in await admin.do("acting", "told", subject=her, last=99)
    assert "请本人到场" in await admin.do("acting", "slip", subject=her)
    shown = await admin.get(f"/desk/acting?subject={her}&present=yes")
    assert "您有一条要告诉您的话" in shown
    assert "自己会收到" not in await admin.get("/desk/acting?subject=1&present=yes")
    last = re.search(r'name="last" value="([0-9]+)"', shown)
    assert last
    await admin.put(Say(Target("subject", str(her)), "刚刚又来一条", urgency=Urgency.NOTICE))
    told = await admin.do("acting", "told", subject=her, last=last[1], present="yes")
    assert "您有一条要告诉您的话" not in told
    assert "刚刚又来一条" in told
    assert "没有要告诉本人的了" in await admin.do("acting", "told", subject=her, last=last[1], present="yes")


async def test_nothing_at_the_counter_waits_for_a_door(admin: Administrator) -> None:
    her = await _grandmother(admin)
    await _said(admin, her, "积分")
    await admin.app.delivery.drain()
    assert not [one for one in admin.app.delivery.stranded if one.target.channel == COUNTER]


async def test_a_slip_in_large_print_is_drawn(admin: Administrator) -> None:
    her = await _grandmother(admin)
    page = await admin.do("acting", "slip", subject=her, present="yes")
    assert "告知单做好了" in page
    assert "data:image/png;base64," in page
    assert "积分告知单.pdf" in page


async def test_a_slip_stays_one_page_whatever_the_month_brought(admin: Administrator) -> None:
    her = await _grandmother(admin)
    taken = RuleMark("N01", "v1", "")
    await admin.put(NewEntry(NewCode("L"), her, "credit", "deduct", -3, "test:3", taken, Hand(), "2026-11-21"))
    subject = await admin.app.store.answer(SubjectAt(her))
    assert subject
    sheet = await slip_of(admin.app.store, admin.app.rules, subject, admin.clock.now(), "0871 6000 0002")
    assert dict(sheet.lines)["这个月加减"] == "+6，-3 分"
    # As many rows as the sample that the drawn pages are held to: one row more makes a second page.
    assert len(sheet.lines) == len(NOTICE.lines)
