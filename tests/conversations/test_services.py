"""Asking for help, claiming it, talking through the bot, and saying that it is done."""

from domain.code import NewCode
from domain.decision import Say, Unit
from domain.enrolment import BindRoom
from domain.members import FindSubjects
from domain.teams.team import EnrolMembers, KeepSkills, RegisterVolunteer
from handlers.services.entering import project
from tests.conversations.activities import post
from tests.conversations.conftest import BOT, Community
from tests.conversations.offers import lawyer, offer, school
from tests.conversations.street import at, passing


async def _claimed(community: Community) -> tuple[str, str]:
    """The ids of the cards that 尹正平 and 李桂芬 may quote once P1 is claimed."""
    await lawyer(community)
    await community.say("李桂芬", "求助 法律咨询")
    sent = await community.sent("尹正平", "认领 P1")
    return sent[0]["id"], sent[1]["id"]


async def test_help_is_shown_to_those_who_have_the_skill_only(community: Community) -> None:
    """李桂芬：求助 法律咨询 → P1，只有尹正平收到，没有名字和电话。"""
    await lawyer(community)
    await community.enter("陆海燕", "partner")
    await offer(community, "partner", "陆海燕", kind="talent", skills=["上门理发"])
    mine, card = await community.say("李桂芬", "求助 法律咨询")
    assert mine.startswith("李桂芬: P1 “法律咨询”记下了，悄悄转给了 1 位")
    assert card.startswith("尹正平: 【求助】P1\n法律咨询")
    assert "李桂芬" not in card
    (refused,) = await community.say("陆海燕", "认领 P1")
    assert refused == "陆海燕: 没有找到您可以办的 P1，什么都没有改。"
    (worker,) = await community.say("段家荣", "认领 P1")
    assert worker == "段家荣: 没有找到您可以办的 P1，什么都没有改。"
    in_group = await community.say("李桂芬", f"{BOT} 求助 法律咨询", group=True)
    assert any(line.endswith("这件事不方便在群里办，请私聊我。") for line in in_group)
    assert not any("法律" in line for line in in_group)


async def test_a_volunteer_who_named_the_skill_is_asked_and_takes_it(community: Community) -> None:
    """服务台登记过会理发的志愿者：求助 老人理发 → 私聊问张三；认领 → 李桂芬读到“一位志愿者”；没登记的不能认领。"""
    (zhang,) = await community.app.store.answer(FindSubjects("张三"))
    known = (RegisterVolunteer(NewCode("Z"), zhang.id), KeepSkills(zhang.id, ("上门理发",), ("weekend",)))
    await community.app.store.post(Unit(None, known))
    mine, card = await community.say("李桂芬", "求助 老人理发")
    assert "悄悄转给了 1 位" in mine
    assert card.startswith("张三: 【求助】P1\n上门理发")
    await community.enter("赵六", address="5栋1单元101")
    assert "没有找到您可以办的" in (await community.say("赵六", "认领 P1"))[0]
    taken, told = await community.say("张三", "认领 P1")
    assert "由您接手了" in taken
    assert told.startswith("李桂芬: 【求助】P1\n一位志愿者接手了")


async def test_who_took_it_on_is_asked_after_two_weeks_and_may_give_it_back(community: Community) -> None:
    """认领两星期没有消息 → 私聊问一声，只问一次；引用回复“办不了” → 重新开放，李桂芬知道在另外找人。"""
    await _claimed(community)
    later = await community.stage.turn({"to": at(12, 8, 11).isoformat()})
    (card,) = [one for one in later["sent"] if "您接手两个星期了" in one["text"]]
    assert not [line for line in await passing(community, at(12, 24, 11)) if "两个星期" in line]
    done, told, *_ = await community.say("尹正平", "办不了", quote=card["id"])
    assert done == "尹正平: P1 重新开放，会再找人来办。"
    assert told == "李桂芬: P1 接手的人这次办不了，已经重新找人，有人认领就告诉您。"


async def test_a_bare_request_is_asked_what_it_is_about(community: Community) -> None:
    """求助 → 想请人帮什么忙；老人理发 → 没有这个专长的人，转给网格员。"""
    (asked,) = await community.say("李桂芬", "求助")
    assert "想请人帮什么忙" in asked
    mine, card = await community.say("李桂芬", "老人理发")
    assert mine.startswith("李桂芬: P1 “上门理发”记下了，暂时没有")
    assert card.startswith("段家荣: 【求助】P1")
    (row,) = await community.say("段家荣", "待办")
    assert "P1 求助 上门理发" in row
    taken, told = await community.say("段家荣", "P1 属实")
    assert taken.startswith("段家荣: P1 上门理发，由您接手了")
    assert told.startswith("李桂芬: 【求助】P1\n网格员接手了")


async def test_both_sides_talk_through_the_bot(community: Community) -> None:
    """认领 P1 后，引用卡片写字就传给对方，双方都看不到名字；别人引用不了。"""
    his, hers = await _claimed(community)
    told, carried = await community.say("尹正平", "明天下午我在活动室", quote=his)
    assert told == "尹正平: 已经替您转过去了。"
    assert carried == "李桂芬: 【传话】P1 帮忙的人说\n明天下午我在活动室\n要回话，引用这条消息直接写。"
    _, back = await community.say("李桂芬", "好的，我三点过去", quote=hers)
    assert back.startswith("尹正平: 【传话】P1 求助的人说\n好的，我三点过去")
    community.pass_time(minutes=11)
    (taken,) = await community.say("尹正平", "认领 P1")
    assert "已经是您在办了" in taken


async def test_done_is_confirmed_by_whoever_asked_and_points_wait_for_a_second(community: Community) -> None:
    """申报 完成项目 P1 → 李桂芬被问办好了吗 → 是 → 办结；积分由监督员确认后记上。"""
    await community.enter("罗琼", "supervisor", "一网格")
    await _claimed(community)
    helper, asked, *_ = await community.say("尹正平", "申报 完成项目 P1")
    assert helper.startswith("尹正平: P1 记下了，等对方确认办好。")
    lines = [helper, asked, *_]
    assert any(line.startswith("李桂芬: 【求助】P1\n法律咨询：办好了吗？") for line in lines)
    said = await community.say("李桂芬", "是")
    assert said[0] == "李桂芬: P1 办结了，谢谢您。"
    assert any(line.startswith("罗琼: 【加分复核】L1") for line in said)
    assert "信用分 100" in (await community.say("尹正平", "积分"))[0]
    await community.say("罗琼", "L1 属实")
    assert "信用分 104" in (await community.say("尹正平", "积分"))[0]
    assert await community.proof() == ()


async def test_not_done_is_open_again(community: Community) -> None:
    """不是 → 重新开放；引用原来的卡片也可以回答。"""
    await _claimed(community)
    sent = await community.sent("尹正平", "申报 完成项目 P1")
    card = next(one for one in sent if "办好了吗" in one["text"])
    await community.say("李桂芬", "积分")
    said = await community.say("李桂芬", "不是", quote=card["id"])
    assert said[0] == "李桂芬: P1 重新开放，会再找人来办。"
    assert any(line.startswith("尹正平: P1 还没有办好") for line in said)
    (again,) = await community.say("李桂芬", "是", quote=card["id"])
    assert "还没有人接手" in again
    community.pass_time(minutes=11)
    retaken = await community.say("尹正平", "认领 P1")
    assert retaken[0].startswith("尹正平: P1 法律咨询，由您接手了")


async def test_a_photo_follows_the_report(community: Community) -> None:
    """申报 完成项目 P1，再发照片 → 附在 P1 上，李桂芬看到。"""
    await _claimed(community)
    await community.say("尹正平", "申报 完成项目 P1")
    mine, hers = await community.send_photo("尹正平")
    assert mine == "尹正平: 照片收到了，已经附在 P1 上。"
    assert hers.startswith("李桂芬: 【求助】P1 照片")


async def test_whoever_asked_takes_it_back(community: Community) -> None:
    """引用 P1 的回复写“撤回” → 撤回；之后认领不了。"""
    await lawyer(community)
    sent = await community.sent("李桂芬", "求助 法律咨询")
    (waits,) = await community.say("李桂芬", "有人了吗", quote=sent[0]["id"])
    assert "还没有人接手" in waits
    assert await community.say("李桂芬", "撤回", quote=sent[0]["id"]) == ["李桂芬: P1 已经撤回了。"]
    (gone,) = await community.say("尹正平", "认领 P1")
    assert "已经有人接手或者办结了" in gone


async def test_what_nobody_takes_for_a_week_goes_to_the_worker(community: Community) -> None:
    """七天没人认领 → 网格员的待办；私密的也只看到事项。"""
    await lawyer(community)
    await community.say("李桂芬", "求助 法律咨询")
    assert "没有等您答复" in (await community.say("段家荣", "待办"))[0]
    sent = community.as_lines((await community.stage.turn({"step": "days:8"}))["sent"])
    assert any(line.startswith("段家荣: 【求助】P1\n法律咨询：等了几天没有人接手") for line in sent)
    assert "P1 求助 法律咨询" in (await community.say("段家荣", "待办"))[0]


async def test_the_open_list_holds_no_private_topic_and_no_name(community: Community) -> None:
    """周五的名单：有家电维修，没有法律咨询，没有名字。"""
    await lawyer(community)
    await community.say("李桂芬", "求助 法律咨询")
    await community.say("张三", "求助 家电维修")
    await community.say("张三", "求助 我家老人的难处")
    await post(community, BindRoom("simulator", "staff", "staff"))
    said = await passing(community, at(11, 27, 19))
    # The staff's group reads the list too, once it is bound.
    assert len([line for line in said if "【本周志愿】" in line]) == 2
    friday = next(line for line in said if line.startswith("群: 【本周志愿】"))
    assert "等人认领：\nP2 家电维修：认领请发“认领 P2”" in friday
    assert not any(word in friday for word in ("法律", "难处", "张三", "李桂芬"))


async def test_nobody_takes_on_the_own_households_matter(community: Community) -> None:
    """尹正平自己求助，自己不能认领；同一户的人也不能。"""
    await lawyer(community)
    await community.say("尹正平", "求助 法律咨询")
    (refused,) = await community.say("尹正平", "认领 P1")
    assert refused == "尹正平: 这一件和您家或您单位有关，要回避，请让别人来接。"


async def test_a_partner_solves_an_issue_and_the_group_hears_of_it(community: Community) -> None:
    """龙江小学 认领 P1，申报 完成项目 P1 → 网格员 属实 → 群里公布结果，U13 待确认。"""
    await school(community)
    await community.enter("罗琼", "supervisor", "一网格")
    effects = await project(community.app.store, "二网格", "6栋 飞线充电：装一处充电桩", issue=True)
    await community.app.store.post(Unit(None, effects))
    (refused,) = await community.say("李桂芬", "认领 P1")
    assert "没有找到您可以办的" in refused
    (mine,) = await community.say("龙江小学", "认领 P1")
    assert mine.startswith("龙江小学: P1 6栋 飞线充电：装一处充电桩，由您接手了")
    said = await community.say("龙江小学", "申报 完成项目 P1")
    assert any(line.startswith("段家荣: 【项目】P1") for line in said)
    done = await community.say("段家荣", "P1 属实")
    assert "群: P1 6栋 飞线充电：装一处充电桩：办好了，谢谢出力的单位和邻居。" in done
    assert any("联动解决一件公共性信用难题 +8" in line for line in done)


async def test_a_captain_takes_on_what_fits_the_team(community: Community) -> None:
    """便民理发队的队长能认领理发，别人不行。"""
    await offer(community, "team", "便民理发队", theme="上门理发", captain="张三")
    mine, card = await community.say("李桂芬", "求助 上门理发")
    assert "转给了 1 位" in mine
    assert card.startswith("张三: 【求助】P1")
    taken, told = await community.say("张三", "认领 P1")
    assert taken.startswith("张三: P1 上门理发，由您接手了")
    assert told.startswith("李桂芬: 【求助】P1\n志愿队队长接手了。")


async def test_a_question_brought_does_not_push_another_aside(community: Community) -> None:
    """李桂芬正被问别的事，办好了吗不抢；她先答完那件，再引用卡片回答这件。"""
    await _claimed(community)
    await community.say("李桂芬", "求助")
    sent = await community.sent("尹正平", "申报 完成项目 P1")
    card = next(one for one in sent if "办好了吗" in one["text"])
    (mine, *_) = await community.say("李桂芬", "手机使用")
    assert mine.startswith("李桂芬: P2 “手机使用”记下了")
    assert (await community.say("李桂芬", "是", quote=card["id"]))[0] == "李桂芬: P1 办结了，谢谢您。"


async def test_a_strangers_quote_learns_nothing(community: Community) -> None:
    """张三不在 P1 里，即使拿到编号也传不了话、答不了。"""
    await _claimed(community)
    await community.say("张三", "求助 手机使用")
    sent = await community.sent("段家荣", "待办")
    assert "P1" not in sent[0]["text"]
    (refused,) = await community.say("张三", "认领 P1")
    assert refused == "张三: 没有找到您可以办的 P1，什么都没有改。"


async def test_who_registered_to_serve_is_asked_first(community: Community) -> None:
    """报到先锋队的队员和队长先收到求助，私密的只给有专长的人；社区的项目也先告诉队长。"""
    for name in ("方岚", "钱进", "孙礼"):
        await community.enter(name, "partner")
        await offer(community, "partner", name, kind="talent", skills=["家电维修"])
    await community.enter("高先", address="5栋1单元101")
    await community.enter("冯修", address="5栋1单元102")
    await offer(community, "partner", "冯修", kind="talent", skills=["家电维修"])
    await offer(community, "team", "报到先锋队", kind="party", station="一站", captain="高先")
    await post(community, EnrolMembers("报到先锋队", ("高先", "冯修"), "高先"))
    sent = await community.say("李桂芬", "求助 家电维修")
    asked = [line.partition(":")[0] for line in sent if "【求助】P1" in line]
    assert len(asked) == 3
    assert {"高先", "冯修"} <= set(asked)
    assert "由您接手了" in (await community.say("高先", "认领 P1"))[0]
    await lawyer(community)
    assert not any(line.startswith("高先") for line in await community.say("李桂芬", "求助 法律咨询"))
    effects = await project(community.app.store, "二网格", "给老人理发", issue=False)
    assert next(one.to.kind for one in effects if isinstance(one, Say)) == "subject"
