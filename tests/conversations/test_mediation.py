"""Mediation: the other side is asked first, then both talk through a mediator."""

from domain.code import NewCode
from domain.decision import Unit
from domain.findings import states
from domain.matters.matter import Holder, MatterAt, OpenMatter, Step
from tests.conversations.conftest import Community
from tests.conversations.offers import offer


async def _asked(community: Community) -> list[str]:
    """李桂芬 asks for mediation with 张三."""
    await community.say("李桂芬", "调解 楼上漏水一直不修")
    return await community.say("李桂芬", "3栋2单元501")


async def _mediator(community: Community) -> None:
    await community.enter("陈洁", address="4栋2单元801")
    await offer(community, "partner", "陈洁", kind="talent", skills=["人民调解员"])


async def test_the_other_side_is_asked_before_anybody_hears_of_it(community: Community) -> None:
    """调解 楼上漏水一直不修 → 对方是谁 → 3栋2单元501 → 张三被悄悄问愿不愿意，看不到是谁。"""
    await _mediator(community)
    (who,) = await community.say("李桂芬", "调解 楼上漏水一直不修")
    assert who.startswith("李桂芬: 对方是谁")
    mine, his = await community.say("李桂芬", "3栋2单元501")
    assert mine.startswith("李桂芬: P1 记下了")
    assert his.startswith("张三: 【调解】P1\n有邻居想请社区帮忙调解：楼上漏水一直不修")
    assert "李桂芬" not in his
    said = await community.say("张三", "是")
    assert said[0].startswith("张三: 好的，会有调解员")
    assert {line.split(":")[0] for line in said} == {"张三", "李桂芬", "陈洁", "段家荣"}
    assert not any("漏水" in line for line in said)


async def test_a_door_in_the_sentence_is_asked_at_once_and_the_own_one_is_hidden(community: Community) -> None:
    """调解 3栋2单元501半夜装修 → 直接去问；写了自己的楼栋房号和名字，对方看到的是“我家”。"""
    mine, his = await community.say("李桂芬", "调解 3栋2单元501半夜装修")
    assert mine.startswith("李桂芬: P1 记下了")
    assert his.startswith("张三: 【调解】P1")
    (who,) = await community.say("李桂芬", "调解 我家6栋1单元302的李桂芬说楼上太吵")
    assert who.startswith("李桂芬: 对方是谁")
    _, asked = await community.say("李桂芬", "3栋2单元501")
    assert "有邻居想请社区帮忙调解：我家的我说楼上太吵" in asked


async def test_no_closes_it_politely(community: Community) -> None:
    """不是 → 李桂芬知道对方不愿意；之后谁也认领不了。"""
    await _asked(community)
    his, mine = await community.say("张三", "不是")
    assert his == "张三: 好的，这次不调解，不会再打扰您。"
    assert mine.startswith("李桂芬: P1 对方这次不愿意调解")
    assert "已经有人接手或者办结了" in (await community.say("段家荣", "认领 P1"))[0]


async def test_a_mediator_talks_with_both_and_they_say_whether_it_is_settled(community: Community) -> None:
    """陈洁 认领 P1 → 引用卡片说话，双方都收到；谈好了吗 → 是 → 办结，R12 待确认。"""
    await _mediator(community)
    await community.enter("罗琼", "supervisor", "一网格")
    await _asked(community)
    await community.say("张三", "是")
    sent = await community.sent("陈洁", "认领 P1")
    lines = community.as_lines(sent)
    assert "事情：楼上漏水一直不修" in lines[0]
    carried = await community.say("陈洁", "周三晚上七点活动室谈一谈", quote=sent[0]["id"])
    assert {line.split(":")[0] for line in carried} == {"陈洁", "李桂芬", "张三"}
    card = next(one for one, line in zip(sent, lines, strict=True) if line.startswith("张三: "))
    answered = await community.say("张三", "我可以来", quote=card["id"])
    assert answered[0] == "张三: 已经替您转过去了。"
    assert answered[1].startswith("陈洁: 【传话】P1 另一方说\n我可以来")
    await community.say("陈洁", "申报 完成项目 P1")
    done = await community.say("李桂芬", "是")
    assert done[0] == "李桂芬: P1 办结了，谢谢您。"
    assert any("参与邻里纠纷调解并达成和解 +4" in line for line in done)


async def test_an_unbound_other_side_is_asked_by_the_worker(community: Community) -> None:
    """对方没有绑定 → 网格员当面问，属实＝愿意。"""
    await community.enter("何晓云", address="6栋1单元502", bound=False)
    await community.say("李桂芬", "调解 半夜放音乐")
    mine, worker = await community.say("李桂芬", "6栋1单元502")
    assert mine.startswith("李桂芬: P1 记下了")
    assert worker.startswith("段家荣: 【调解】P1\n有邻居想请社区调解：半夜放音乐")
    said = await community.say("段家荣", "P1 属实")
    assert any(line.startswith("李桂芬: P1 对方愿意谈") for line in said)


async def test_an_unknown_or_own_household_is_refused(community: Community) -> None:
    """没对上的一户、自己家 → 说明白，什么都没有记。"""
    await community.say("李桂芬", "调解 楼道堆东西")
    (unknown,) = await community.say("李桂芬", "9栋9单元999")
    assert unknown.startswith("李桂芬: 登记表里没有对上")
    community.pass_time(minutes=11)
    await community.say("李桂芬", "调解 楼道堆东西")
    (own,) = await community.say("李桂芬", "6栋1单元302")
    assert own.startswith("李桂芬: 这是您自己家")


async def test_a_pending_finding_is_voided_by_two(community: Community) -> None:
    """和解后撤销一条还没生效的扣分：罗琼 属实不够，还要何勇 属实；一个人答两次不行。"""
    await community.enter("罗琼", "supervisor", "一网格")
    await community.enter("何勇", "supervisor", "三网格")
    facts = {
        "item": "RN07",
        "title": "噪音扰民",
        "points": 2,
        "on": "2026-11-20",
        "person": 1,
        "note": "",
        "noticed_at": 1,
    }
    step = Step("registered", 1)
    finding = OpenMatter(NewCode("L"), states.SORT, states.DUE, "张三 噪音扰民", step, 2, "二网格", facts=facts)
    about = {"about": "L1", "dispute": "P1"}
    asked = OpenMatter(
        NewCode("K"), "voiding", "proposed", "L1", Step("entered"), 2, "二网格", Holder("supervisor"), facts=about
    )
    await community.app.store.post(Unit(None, (finding, asked)))
    (row,) = await community.say("罗琼", "待办")
    assert "1. 和解后撤销 L1" in row
    once, told = await community.say("罗琼", "1 属实")
    assert "还要另一个人确认" in once
    assert told.startswith("何勇: 【和解后撤销】")
    await community.say("罗琼", "待办")
    community.pass_time(minutes=11)
    (again,) = await community.say("罗琼", "1 属实")
    assert "要另一个人再确认" in again
    await community.say("何勇", "待办")
    said = await community.say("何勇", "1 属实")
    assert said[0] == "何勇: L1 已经撤销，不会扣分。"
    assert any(line.startswith("张三: L1 噪音扰民：已经和解") for line in said)
    found = await community.app.store.answer(MatterAt("L1"))
    assert found is not None
    assert found.state == states.VOID


async def test_an_unanswered_question_goes_to_the_worker(community: Community) -> None:
    """张三三天没有回音 → 网格员当面问；张三之后再引用卡片，已经不归他答。"""
    await community.say("李桂芬", "调解 楼上漏水一直不修")
    sent = await community.sent("李桂芬", "3栋2单元501")
    card = next(one for one in sent if one.get("card"))
    later = community.as_lines((await community.stage.turn({"step": "days:4"}))["sent"])
    assert any(line.startswith("段家荣: 【调解】P1") for line in later)
    (late,) = await community.say("张三", "是", quote=card["id"])
    assert "没有人接手" in late
    said = await community.say("段家荣", "P1 不属实")
    assert any(line.startswith("李桂芬: P1 对方这次不愿意调解") for line in said)
