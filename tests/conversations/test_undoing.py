"""Appeals, objections, reversals, votes on a month, and repairs."""

from tests.conversations.conftest import Community
from tests.conversations.street import LINE, at, passing, street


async def test_an_upheld_appeal_takes_everything_back(community: Community) -> None:
    """裸的“申诉”只有一条时够用；问理由；成立 → 撤销，不扣分；再申诉说已经办过。"""
    await street(community)
    await community.say("段家荣", "扣分 张三 电动车进电梯 备注 已口头提醒")
    await passing(community, at(11, 27))
    assert "理由是什么" in (await community.say("张三", "申诉"))[0]
    assert "S1 收到了" in (await community.say("张三", "那辆不是我的车"))[0]
    assert "正在复核" in (await community.say("张三", "申诉 L1 再说一次"))[0]
    assert "没有找到" in (await community.say("段家荣", "S1 不成立 就是他"))[0]
    decided = await community.say("罗琼", "S1 成立 车牌对不上")
    assert any(line.startswith("张三: S1 成立") and "不扣分" in line for line in decided)
    assert any(line.startswith("段家荣: L1") for line in decided)
    assert "已经答复过" in (await community.say("张三", "申诉 L1 再说一次"))[0]


async def test_silence_of_ten_days_upholds(community: Community) -> None:
    """三天提醒，五天转书记，十天没有答复按成立。"""
    await street(community)
    await community.say("段家荣", "扣分 张三 电动车进电梯 备注 已口头提醒")
    await passing(community, at(11, 27))
    await community.say("张三", "申诉 L1 不是我的车")
    sent = await passing(community, at(12, 8, 22))
    assert any(line.startswith("罗琼: S1") and "三天了" in line for line in sent)
    assert any(line.startswith("白云: S1") and "请您来定" in line for line in sent)
    assert any(line.startswith("张三: S1 成立") for line in sent)


async def test_a_supervisors_objection_has_it_looked_at_again(community: Community) -> None:
    """监督员 异议：冻结，另一位网格员复查；不属实 → 撤销，分数恢复，本人看到“撤销”。"""
    await street(community)
    await community.enter("普秀华", "grid_worker")
    await community.say("段家荣", "加分 张三 志愿服务 5")
    mine, card = await community.say("罗琼", "异议 L1 证据不足")
    assert "已冻结" in mine
    assert card.startswith("普秀华: 【复查】L1")
    assert "没有找到" in (await community.say("段家荣", "L1 属实"))[0]
    said = await community.say("普秀华", "L1 不属实 没有签到")
    assert any(line.startswith("张三: L1 已撤销") for line in said)
    assert any(line.startswith("罗琼: L1 复查不属实") for line in said)
    assert "信用分 100" in (await community.say("张三", "积分"))[0]
    assert await community.proof() == ()


async def test_a_resident_may_appeal_against_any_entry(community: Community) -> None:
    """居民对加分也能说“异议”：就是申诉；成立 → 撤销。"""
    await street(community)
    await community.say("段家荣", "加分 张三 志愿服务 5")
    assert "S1 收到了" in (await community.say("张三", "异议 L1 不是我做的"))[0]
    assert any("分数恢复原样" in line for line in await community.say("罗琼", "S1 成立 记错人"))
    assert "信用分 100" in (await community.say("张三", "积分"))[0]


async def test_own_entries_of_today_are_reversed_alone_and_once(community: Community) -> None:
    """冲正自己今天的：一次，恰好；第二次说已经撤销过；居民看到的是撤销。"""
    await street(community)
    await community.say("段家荣", "加分 张三 志愿服务 5")
    mine, told = await community.say("段家荣", "冲正 L1 登记错人了")
    assert mine == "段家荣: L1 已冲正，已经告诉本人。"
    assert told == "张三: L1 已撤销，分数恢复原样。"
    assert "信用分 100" in (await community.say("张三", "积分"))[0]
    assert "已经撤销过" in (await community.say("段家荣", "冲正 L1 再来一次"))[0]


async def test_yesterdays_entries_need_two(community: Community) -> None:
    """昨天的要两个人：监督员引用卡片属实才冲正。"""
    await street(community)
    await community.say("段家荣", "加分 张三 志愿服务 5")
    await passing(community, at(11, 25))
    sent = await community.sent("段家荣", "冲正 L1 登记错人了")
    assert "第二个人确认" in sent[0]["text"]
    assert "信用分 105" in (await community.say("张三", "积分"))[0]
    card = next(one for one in sent if one.get("card"))
    assert "已冲正" in (await community.say("罗琼", "属实", quote=card["id"]))[0]
    assert "信用分 100" in (await community.say("张三", "积分"))[0]


async def test_a_month_that_is_not_approved_says_so_and_follows_later(community: Community) -> None:
    """没有审核完：4 日群里说还在审核；没有草案、没有资格、反对都说明白；批了以后补数字。"""
    await street(community)
    assert "草案还没有出" in (await community.say("罗琼", "月结 上个月"))[0]
    assert "不在名单里" in (await community.say("段家荣", "月结 上个月 同意"))[0]
    sent = await passing(community, at(12, 4, 12))
    assert any(line.startswith("罗琼") and "还在等" in line for line in sent)
    assert any(line.startswith("群: 2026 年 11 月") and "还在审核" in line for line in sent)
    assert "反对已记下" in (await community.say("罗琼", "月结 上个月 反对"))[0]
    assert "1 人同意" in (await community.say("白云", "月结 上个月 同意"))[0]
    assert "月结完成，没有要入账的扣分。" in (await community.say("罗琼", "月结 上个月 同意"))[0]
    sent = await passing(community, at(12, 5, 12))
    assert any(line.startswith("群: 2026 年 11 月") and "没有扣分" in line for line in sent)
    assert await community.say("白云", "月结 上个月 反对") == [
        "白云: 2026 年 11 月已经月结完了，不用再表态，什么都没有改。"
    ]


async def test_repair_is_explained_without_names_in_a_group(community: Community) -> None:
    """信用修复：群里只讲办法；没有扣分的人修复，说不用。"""
    (group,) = await community.say("张三", "信用修复", group=True)
    assert group.startswith("群: 信用修复免费")
    assert "不用修复" in (await community.say("张三", "修复 已经改好了"))[0]
    assert "没有找到您的 L7" in (await community.say("张三", "修复 L7 已经改好了"))[0]


async def test_what_nobody_answers_is_reminded_of_and_handed_on(community: Community) -> None:
    """申报 48 小时没人答复：提醒网格员；96 小时：转给书记，书记能定。"""
    await street(community)
    await passing(community, at(11, 23, 11))
    await community.say("李桂芬", "申报 楼道清理 6栋一单元")
    assert any(line.startswith("段家荣: D1") and "48 小时" in line for line in await passing(community, at(11, 26)))
    assert any(line.startswith("白云: D1") for line in await passing(community, at(11, 28)))
    assert "没有找到" in (await community.say("段家荣", "D1 属实"))[0]
    assert "已记上" in (await community.say("白云", "D1 属实"))[0]


async def _settled(community: Community) -> None:
    """占道经营 L1 登记在 11 月 24 日，12 月初的通知与申诉期过后，1 月 1 日月结入账。"""
    await street(community)
    await passing(community, at(11, 24))
    await community.say("段家荣", f"{LINE} 备注 已口头提醒")
    await community.say("段家荣", "是")
    await passing(community, at(1, 1, 10, 2027))
    await community.say("何勇", "月结 上个月 同意")
    await community.say("白云", "月结 上个月 同意")


async def test_only_the_group_votes_and_nobody_who_is_concerned(community: Community) -> None:
    """与名单有关的组员回避；一张草案引用卡片也能表态；两人齐了才入账。"""
    await street(community)
    await community.enter("周敏", "supervisor", address="3栋2单元501")
    await passing(community, at(11, 24))
    await community.say("段家荣", "扣分 张三 电动车进电梯 备注 已口头提醒")
    answer = await community.stage.turn({"to": at(1, 1, 10, 2027).isoformat()})
    mine = [one for one in answer["sent"] if one["chat"].get("person") == community.ids["罗琼"]]
    card = next(one for one in mine if "2026 年 12 月草案" in one["text"])
    assert "张*" in card["text"]
    assert "回避" in (await community.say("周敏", "月结 上个月 同意"))[0]
    assert "1 人同意" in (await community.say("罗琼", "同意", quote=card["id"]))[0]
    assert "已经表过态" in (await community.say("罗琼", "月结 上个月 同意"))[0]
    assert "信用分 100" in (await community.say("张三", "积分"))[0]


async def test_a_settled_deduction_is_reversed_by_two(community: Community) -> None:
    """入账以后冲正要两个人；恰好还原，再修复说办完了。"""
    await _settled(community)
    assert "信用分 97" in (await community.say("老王烧烤", "积分"))[0]
    assert "第二个人确认" in (await community.say("段家荣", "冲正 L1 登记错人了"))[0]
    assert "已冲正" in (await community.say("何勇", "L1 属实"))[0]
    assert "信用分 100" in (await community.say("老王烧烤", "积分"))[0]
    assert "现在不能修复" in (await community.say("老王烧烤", "修复 L1 已改"))[0]
    assert await community.proof() == ()


async def test_an_appeal_after_the_settlement_gives_points_back(community: Community) -> None:
    """入账以后申诉成立：分数恢复原样。"""
    await _settled(community)
    assert "S1 收到了" in (await community.say("老王烧烤", "申诉 L1 那是隔壁的桌子"))[0]
    said = [line for name in ("罗琼", "何勇") for line in await community.say(name, "S1 成立 确实是隔壁")]
    assert any("分数恢复原样" in line for line in said)
    assert "信用分 100" in (await community.say("老王烧烤", "积分"))[0]


async def test_a_repair_needs_its_days_and_a_reason_for_a_no(community: Community) -> None:
    """私聊 信用修复：自己的每一条、怎么改、哪天起；没通过要有原因；到期自己了结。"""
    await _settled(community)
    (mine,) = await community.say("老王烧烤", "信用修复")
    assert "L1 占道经营、超门窗经营（扣 3 分）" in mine
    assert "12月9日起可以申请，核实后加回 2 分" in mine
    community.pass_time(minutes=11)
    await community.say("段家荣", LINE)
    assert "要 15 天没有反复" in (await community.say("老王烧烤", "修复 L1 已收回"))[0]
    await passing(community, at(1, 17, 10, 2027))
    assert "是怎么改的" in (await community.say("老王烧烤", "修复 L1"))[0]
    assert "修复收到了" in (await community.say("老王烧烤", "已收回店内"))[0]
    assert "正在核实" in (await community.say("老王烧烤", "修复 L1 又收了一次"))[0]
    assert "原因" in (await community.say("段家荣", "L1 不属实"))[0]
    assert any("晚上还在外面" in line for line in await community.say("段家荣", "晚上还在外面"))
    assert "信用分 97" in (await community.say("老王烧烤", "积分"))[0]


async def test_a_withdrawal_follows_a_notice_that_is_on_its_way(community: Community) -> None:
    """登记错人当天冲正：告知已经排上，撤销紧跟在后面，不会让人白着急。"""
    await street(community)
    await community.say("段家荣", "扣分 张三 电动车进电梯 备注 已口头提醒")
    assert await community.say("段家荣", "冲正 L1 登记错人了") == ["段家荣: L1 已冲正，已经告诉本人。"]
    sent = [line for line in await passing(community, at(11, 27)) if line.startswith("张三: ")]
    assert ["扣分告知" in sent[0], "L1 已撤销，不扣分" in sent[-1]] == [True, True]
    assert "信用分 100" in (await community.say("张三", "积分"))[0]


async def test_a_pending_finding_that_was_objected_to_goes_on_after_the_second_look(community: Community) -> None:
    """监督员对待告知的一条提异议：冻结，没有另一位网格员就由书记复查；属实 → 继续办。"""
    await street(community)
    await community.say("段家荣", "扣分 张三 电动车进电梯 备注 已口头提醒")
    assert "理由是什么" in (await community.say("罗琼", "异议 L1"))[0]
    assert "已冻结" in (await community.say("罗琼", "没有照片"))[0]
    assert "没有找到" in (await community.say("段家荣", "L1 属实"))[0]
    assert "L1 复查属实，继续办理。" in (await community.say("白云", "L1 属实"))[0]
    sent = await passing(community, at(1, 1, 10, 2027))
    assert any("2026 年 12 月草案" in line and "L1" in line for line in sent)
