"""Subtraction: found, reminded of, announced, appealed, settled, told, put right."""

import pytest

from domain.decision import Unit
from domain.enrolment import EnrolSubject
from tests.conversations.conftest import Community
from tests.conversations.street import LINE, at, passing, street


async def test_a_quarter_of_subtraction(community: Community) -> None:
    """占道经营：先提醒，改好不计；再犯 L2，告知、申诉不成立、月结两人同意、私下告知、群里只有数；修复后加回 2 分。"""
    await street(community)
    await passing(community, at(11, 24))
    (asked,) = await community.say("段家荣", f"{LINE} 备注 已口头提醒")
    assert "2 小时" in asked
    assert (await community.say("段家荣", "不是"))[0] == (
        "段家荣: L1 老王烧烤 占道经营、超门窗经营：已改好，不扣分，只留一次计数。"
    )
    community.pass_time(minutes=30)
    (pending,) = await community.say("段家荣", LINE)
    assert "L2 老王烧烤" in pending
    assert "还没有扣" in pending
    told = await passing(community, at(11, 27, 23))
    (notice,) = [line for line in told if line.startswith("老王烧烤: 【扣分告知】L2")]
    assert all(words in notice for words in ("事实", "MN05", "拟扣 3 分", "申诉 L2", "影响", "前发"))
    assert "信用分 100" in (await community.say("老王烧烤", "积分"))[0]

    appeal = await community.say("老王烧烤", "申诉 L2 那是隔壁的桌子")
    assert appeal[0].startswith("老王烧烤: S1 收到了：L2 先冻结")
    assert appeal[1].startswith("罗琼: 【申诉】S1")
    decided = await community.say("罗琼", "S1 不成立 照片上是这家的桌子")
    assert any("S1 不成立" in line and "照片上是这家的桌子" in line for line in decided if line.startswith("老王烧烤"))

    drafts = await passing(community, at(1, 1, 9, 2027).replace(minute=20))
    first = [line for line in drafts if "【月结】2026 年 11 月草案" in line]
    second = [line for line in drafts if "【月结】2026 年 12 月草案" in line]
    assert not any("L2" in line for line in first)
    assert any(line.startswith("白云") and "L2 老王烧烤" in line and "−3" in line for line in second)
    assert any(line.startswith("何勇") and "L2 老*" in line for line in second)
    assert "1 人同意" in (await community.say("何勇", "月结 上个月 同意"))[0]
    settled = await community.say("白云", "月结 上个月 同意")
    assert settled[0] == "白云: 2026 年 12 月月结完成，入账 1 条，已逐一私下告知本人。"
    private = [*settled, *await passing(community, at(1, 4, 11, 2027))]
    assert any(line.startswith("老王烧烤: L2 占道经营") and "已扣 3 分" in line for line in private)
    (group,) = [line for line in private if line.startswith("群: 2026 年 12 月")]
    assert "公共秩序 若干" in group
    assert "老王" not in group
    assert "信用分 97" in (await community.say("老王烧烤", "积分"))[0]

    filed = await community.say("老王烧烤", "修复 L2 已收回店内")
    assert filed[1].startswith("段家荣: 【修复】L2")
    back = await community.say("段家荣", "L2 属实")
    assert any("加回 2 分" in line for line in back if line.startswith("老王烧烤"))
    assert "信用分 99" in (await community.say("老王烧烤", "积分"))[0]
    assert await community.proof() == ()


async def test_the_first_time_is_reminded_of_and_asked_about_later(community: Community) -> None:
    """第一次：提醒带期限；到时问网格员还在吗；属实 → 告知；不属实 → 不扣。"""
    await street(community)
    await passing(community, at(11, 24))
    (reminded,) = await community.say("段家荣", LINE)
    assert "第一次先提醒" in reminded
    sent = await passing(community, at(11, 24, 21))
    assert any(line.startswith("老王烧烤: L1 提醒") for line in sent)
    (card,) = [line for line in sent if "【还在吗】L1" in line]
    assert card.startswith("段家荣: ")
    assert "L1 老王烧烤" in (await community.say("段家荣", "L1 属实"))[0]
    await community.enter("小面馆", address="4栋底商1号", kind="merchant")
    await community.say("段家荣", "扣分 小面馆 占道经营 3")
    sent = await passing(community, at(11, 26))
    assert any("【还在吗】L2" in line for line in sent)
    said = await community.say("段家荣", "L2 不属实")
    assert "不扣分" in said[0]
    assert any(line.startswith("小面馆: L2") and "不扣分" in line for line in said[1:])


async def test_a_second_time_needs_no_reminder_and_a_third_costs_double(community: Community) -> None:
    """三次：第一次提醒，第二次 3 分，第三次清单翻倍，写 3 先问；是 → 按 6 分。"""
    await street(community)
    await community.say("段家荣", LINE)
    community.pass_time(hours=9)
    assert "拟扣 3 分" in (await community.say("段家荣", LINE))[0]
    community.pass_time(minutes=11)
    (asked,) = await community.say("段家荣", LINE)
    assert "按 6 分" in asked
    assert await community.say("段家荣", "不是") == ["段家荣: 好的，没有登记。"]
    await community.say("段家荣", LINE)
    assert "L3 老王烧烤 占道经营、超门窗经营 拟扣 6 分" in (await community.say("段家荣", "是"))[0]
    community.pass_time(minutes=11)
    assert "已到上限" in (await community.say("段家荣", "扣分 老王烧烤 占道经营"))[0]


async def test_a_wrong_number_is_asked_about(community: Community) -> None:
    """扣分写成 5，清单是 3：先问，是 → 按清单。"""
    await street(community)
    (asked,) = await community.say("段家荣", "扣分 老王烧烤 占道经营 5")
    assert "清单是 3 分" in asked
    assert "第一次先提醒" in (await community.say("段家荣", "是"))[0]


async def test_serious_acts_need_a_second_person_and_no_reminder(community: Community) -> None:
    """高空抛物：直接登记，第二个人引用卡片回 同意 才告知；登记的人自己不行。"""
    await street(community)
    sent = await community.sent("段家荣", "扣分 张三 高空抛物 10")
    assert "要第二个人确认" in sent[0]["text"]
    assert "没有找到" in (await community.say("段家荣", "L1 属实"))[0]
    card = next(one for one in sent if one.get("card") and "扣分复核" in one["text"])
    assert "拟扣 10 分" in (await community.say("罗琼", "同意", quote=card["id"]))[0]
    assert "没有找到" in (await community.say("何勇", "L1 属实"))[0]


async def test_another_grid_worker_may_confirm_or_say_no(community: Community) -> None:
    """另一位网格员也能复核；不属实要写原因，登记的人看到。"""
    await community.enter("普秀华", "grid_worker")
    await community.say("段家荣", "扣分 张三 高空抛物")
    assert "原因" in (await community.say("普秀华", "L1 不属实"))[0]
    mine, told = await community.say("普秀华", "风吹下来的")
    assert mine == "普秀华: L1 已退回，不扣分。"
    assert told.startswith("段家荣: L1 张三")
    assert "风吹下来的" in told


async def test_in_a_group_it_is_carried_out_and_recalled(community: Community) -> None:
    """在群里扣分：照样登记，群里只说已私信，请他把消息撤回。"""
    await street(community)
    private, group = await community.say("段家荣", f"@网格小信 {LINE}", group=True)
    assert "撤回" in private
    assert group == "群: 已私信您。"


async def test_the_property_only_proposes(community: Community) -> None:
    """物业扣分只是提议：网格员属实才开始提醒。"""
    await street(community)
    await community.enter("物业小陈", "property")
    mine, card = await community.say("物业小陈", LINE)
    assert "网格员确认才算登记" in mine
    assert card.startswith("段家荣: 【扣分提议】L1")
    assert "第一次先提醒" in (await community.say("段家荣", "L1 属实"))[0]


async def test_what_is_refused(community: Community) -> None:
    """自己家、别的网格、清单里没有的，都不登记；未到告知的时候，本人查不到编号。"""
    await street(community)
    await community.enter("普秀华", "grid_worker", "三网格")
    assert "不是您负责的网格" in (await community.say("普秀华", LINE))[0]
    assert "回避" in (await community.say("段家荣", "扣分 段家荣 乱停车"))[0]
    assert "您说的是哪一项" in (await community.say("段家荣", "扣分 老王烧烤 占道"))[0]
    await community.say("段家荣", "扣分 张三 电动车进电梯 备注 已口头提醒")
    assert "没有找到您的 L1" in (await community.say("张三", "申诉 L1 不是我"))[0]
    assert "没有找到您的 L9" in (await community.say("张三", "申诉 L9 不是我"))[0]


async def test_what_still_has_its_time_is_no_second_time(community: Community) -> None:
    """第一次提醒了，改正时间没到：再发一遍、说“已口头提醒”，都不再登记，也不按第二次扣分；改好了就没有扣分。"""
    await street(community)
    assert "第一次先提醒" in (await community.say("段家荣", "扣分 老王烧烤 占道经营"))[0]
    for again in (LINE, "扣分 老王烧烤 占道经营 3"):
        (said,) = await community.say("段家荣", again)
        assert said.startswith("段家荣: L1 ")
        assert "没有再登记一条" in said
    assert "第一次先提醒" in (await community.say("段家荣", "扣分 张三 电动车进电梯"))[0]


async def test_a_worker_has_a_day_s_limit(community: Community, monkeypatch: pytest.MonkeyPatch) -> None:
    """一个人一天的扣分有上限，满了就请明天再登记或换人。"""
    monkeypatch.setattr("handlers.findings.deduct.DEDUCTIONS_A_DAY", 2)
    await community.say("段家荣", "扣分 张三 乱停车")
    await community.say("段家荣", "扣分 张三 乱扔垃圾")
    assert "明天再登记" in (await community.say("段家荣", "扣分 李桂芬 乱停车"))[0]
    await passing(community, at(11, 24))
    assert "第一次先提醒" in (await community.say("段家荣", "扣分 李桂芬 乱停车"))[0]


async def test_nobody_under_eighteen_loses_points(community: Community) -> None:
    """未成年人不扣分。"""
    child = EnrolSubject("resident", "小明", "二网格", "3栋2单元502", minor=True)
    await community.app.store.post(Unit(None, (child,), at=1))
    assert "未满十八岁" in (await community.say("段家荣", "扣分 小明 乱扔垃圾"))[0]
