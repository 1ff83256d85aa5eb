"""Partners, resources and bookings."""

import asyncio

from domain.bookings.booking import HoldRoom
from domain.code import NewCode
from domain.decision import Unit
from domain.demand import UnmetIn
from domain.matters.matter import OpenMatter, Step
from domain.refusal import Moved
from storage.store import Store
from tests.conversations.conftest import Community
from tests.conversations.offers import lawyer, offer, school


async def test_partners_by_type_without_phones(community: Community) -> None:
    """合伙人 → 按类型；协议到期的不列，能人同意公示才写名字。"""
    await school(community)
    await lawyer(community)
    await offer(community, "partner", "旧店", kind="firm", until="2026-01-31", phone="13800000000")
    (shown,) = await community.say("李桂芬", "合伙人")
    assert "公共单位（1）：龙江小学（多媒体教室、操场）" in shown
    assert "能人（1）：1 位" in shown
    assert "旧店" not in shown
    assert "138" not in shown


async def test_resources_say_where_and_when(community: Community) -> None:
    """资源 → 地点、时间、提前多久。"""
    await school(community)
    (shown,) = await community.say("李桂芬", "资源")
    assert "多媒体教室：龙江小学一楼，周六、周日 9:00-17:00，每次 2 小时，60 人，提前 24 小时约" in shown
    booking = shown.rsplit("回复：", 1)[1]
    assert booking == "预约 多媒体教室 11月28日10点到12点"
    assert "给您留着了" in (await community.say("李桂芬", booking))[0]


async def test_a_free_room_is_held_and_the_provider_asked(community: Community) -> None:
    """预约 多媒体教室 周六14点到16点 → P1，学校被问，是 → 约好了。"""
    await school(community)
    mine, card = await community.say("李桂芬", "预约 多媒体教室 周六14点到16点")
    assert mine == "李桂芬: P1 多媒体教室 11月28日 14:00到16:00 给您留着了，正在问龙江小学，三天内答复您。"
    assert card.startswith("龙江小学: 【预约】P1\n有居民想预约 多媒体教室 11月28日 14:00到16:00，可以吗？")
    provider, told = await community.say("龙江小学", "是")
    assert provider.startswith("龙江小学: P1")
    assert told == "李桂芬: P1 多媒体教室 11月28日 14:00到16:00 约好了。去不了的话，引用这条回复“取消”。"


async def test_a_taken_room_comes_with_three_other_times(community: Community) -> None:
    """有人约了 → 三个别的时间，回复数字就约上；不是 → 空出来。"""
    await school(community)
    sent = await community.sent("李桂芬", "预约 多媒体教室 周六14点到16点")
    asked = next(one for one in sent if one.get("card"))
    (other,) = await community.say("张三", "预约 多媒体教室 周六15点到17点")
    assert other.startswith("张三: “多媒体教室”那时已经有人约了")
    assert other.count("\n") == 3
    assert "11月28日 12:00到14:00" in other
    (choice,) = [line for line in other.splitlines() if "11月28日 12:00到14:00" in line]
    held, *_ = await community.say("张三", choice[0])
    assert held.startswith("张三: P2 多媒体教室 11月28日 12:00到14:00 给您留着了")
    (which,) = await community.say("龙江小学", "不是")
    assert "有几件在等您回答：P1、P2" in which
    await community.say("龙江小学", "不是", quote=asked["id"])
    held, *_ = await community.say("段家荣", "预约 多媒体教室 周六14点到16点")
    assert held.startswith("段家荣: P3")


async def test_a_partner_finds_what_is_asked_in_the_list_and_answers_by_code(community: Community) -> None:
    """合伙人待办里有等他答复的预约；有两件时带编号也行；别人答复不了。"""
    await community.enter("陆海燕", "partner", address="2栋2单元202")
    await offer(community, "partner", "陆海燕", kind="talent", offers="茶室")
    await offer(community, "resource", "茶室", provider="陆海燕", place="2栋一楼", open_times="周六、周日 9:00-17:00")
    await community.say("李桂芬", "预约 茶室 周六14点到16点")
    await community.say("张三", "预约 茶室 周日14点到16点")
    (which,) = await community.say("陆海燕", "是")
    assert "或者带上编号：“P1 属实”" in which
    (todo,) = await community.say("陆海燕", "待办")
    assert "1. P1 预约 茶室 11月28日" in todo
    assert "没有找到等您答复的" in (await community.say("段家荣", "P1 属实"))[0]
    done, told = await community.say("陆海燕", "P2 属实")
    assert done.startswith("陆海燕: P2 茶室 11月29日")
    assert told.startswith("张三: P2")
    assert (await community.say("陆海燕", "1 不属实"))[0].startswith("陆海燕: P1")


async def test_hours_lead_and_length_are_kept(community: Community) -> None:
    """不开放、太晚约、太长、看不懂 → 各说各的原因。"""
    await school(community)
    closed = await community.say("李桂芬", "预约 多媒体教室 周三14点到16点")
    assert "那时不开放（周六、周日 9:00-17:00）" in closed[0]
    await community.say("李桂芬", "算了")
    assert "那时不开放" in (await community.say("李桂芬", "预约 多媒体教室 周三14点到16点"))[0]
    (missed,) = await community.app.store.answer(UnmetIn("2026-11"))
    assert (missed.what, missed.why, missed.count) == ("多媒体教室", "closed", 2)
    long = await community.say("李桂芬", "预约 多媒体教室 周六9点到16点")
    assert "每次 2 小时" in long[0]
    unread = await community.say("李桂芬", "预约 多媒体教室 改天吧")
    assert "没看懂时间" in unread[0]
    community.pass_time(days=4, hours=8)
    early = await community.say("李桂芬", "预约 多媒体教室 明天9点到11点")
    assert "要提前 24 小时约" in early[0]
    unknown = await community.say("李桂芬", "预约 游泳池 周六9点到11点")
    assert "没有找到“游泳池”" in unknown[0]
    assert ("", "not_offered") in {(one.what, one.why) for one in await community.app.store.answer(UnmetIn("2026-11"))}


async def test_a_missing_time_is_asked_for(community: Community) -> None:
    """预约 多媒体教室 → 什么时候？→ 哪天下午都得 → 再问一次 → 周六14点到16点 → 留着了；回算了就不约。"""
    await school(community)
    (asked,) = await community.say("李桂芬", "预约 多媒体教室")
    assert "“多媒体教室”想约什么时候？" in asked
    assert "周六、周日 9:00-17:00" in asked
    assert "没看懂时间" in (await community.say("李桂芬", "哪天下午都得"))[0]
    assert "给您留着了" in (await community.say("李桂芬", "周六14点到16点"))[0]
    assert "想约哪里？可以约的有：多媒体教室" in (await community.say("张三", "预约"))[0]
    assert "想约什么时候" in (await community.say("张三", "多媒体教室"))[0]
    assert await community.say("张三", "算了") == ["张三: 好的，什么都没有约。"]


async def _used(community: Community) -> list[str]:
    await school(community)
    await community.say("李桂芬", "预约 多媒体教室 周六14点到16点")
    await community.say("龙江小学", "是")
    return community.as_lines((await community.stage.turn({"step": "days:7"}))["sent"])


async def test_the_next_day_brings_the_unit_its_points(community: Community) -> None:
    """第二天问用上了吗 → 是 → 龙江小学 U05 +4。"""
    sent = await _used(community)
    assert "李桂芬: 【预约】P1\n多媒体教室 11月28日 14:00到16:00：用上了吗？\n回复：是 / 不是" in sent
    said = await community.say("李桂芬", "是")
    assert said[0].startswith("龙江小学: L1 开放多媒体教室、会议室等场地 +4") or said[0].startswith("李桂芬: 知道了")
    assert "信用分 104" in (await community.say("龙江小学", "积分"))[0]
    assert await community.proof() == ()


async def test_a_no_show_is_a_proposal_and_never_a_deduction(community: Community) -> None:
    """不是 → 对方没有开放 → 网格员收到待核实的一条，没有扣分。"""
    await _used(community)
    (why,) = await community.say("李桂芬", "不是")
    assert "2. 对方没有开放" in why
    said = await community.say("李桂芬", "2")
    assert any(line.startswith("段家荣: 【扣分】L1") for line in said)
    assert "信用分 100" in (await community.say("龙江小学", "积分"))[0]
    assert "L1" in (await community.say("段家荣", "待办"))[0]


async def test_a_booking_is_cancelled_by_quoting(community: Community) -> None:
    """引用约好的消息回“取消” → 场地空出来，学校知道。"""
    await school(community)
    await community.say("李桂芬", "预约 多媒体教室 周六14点到16点")
    sent = await community.sent("龙江小学", "是")
    mine = next(one for one in sent if "约好了" in one["text"])
    said = await community.say("李桂芬", "取消", quote=mine["id"])
    assert "李桂芬: P1 已经撤回了。" in said
    assert any(line.startswith("龙江小学: P1") for line in said)
    held, *_ = await community.say("张三", "预约 多媒体教室 周六14点到16点")
    assert held.startswith("张三: P2")


async def test_fifty_at_once_get_one_room(store: Store) -> None:
    """五十个人同时约同一个时间，只有一个约上。"""

    def unit(number: int) -> Unit:
        code = NewCode("P")
        begin = 1_795_000_500_000 + number % 2 * 900_000
        opened = OpenMatter(code, "booking", "asked", "会议室", Step("asked"), subject=number)
        return Unit(None, (opened, HoldRoom("会议室", code, begin, begin + 3_600_000)))

    results = await asyncio.gather(*(store.post(unit(n)) for n in range(50)), return_exceptions=True)
    assert sum(not isinstance(one, BaseException) for one in results) == 1
    assert sum(isinstance(one, Moved) for one in results) == 49


async def test_an_unanswered_booking_lapses_and_the_room_is_free_again(community: Community) -> None:
    """学校三天没有答复 → 没约成，张三可以约同一个时间。"""
    await school(community)
    await community.say("李桂芬", "预约 多媒体教室 下周六14点到16点")
    sent = community.as_lines((await community.stage.turn({"step": "days:4"}))["sent"])
    assert any(line.startswith("李桂芬: P1 多媒体教室") and "没有约成" in line for line in sent)
    held, *_ = await community.say("张三", "预约 多媒体教室 12月5日14点到16点")
    assert held.startswith("张三: P2")


async def test_the_secretary_hears_of_an_ending_agreement_once(community: Community) -> None:
    """协议 12月31日 到期 → 提前一个月告诉书记一次；到期后不再列出，也不能再约。"""
    await school(community)
    await community.enter("白云", "secretary", "一网格")
    sent = community.as_lines((await community.stage.turn({"step": "days:20"}))["sent"])
    told = [line for line in sent if "协议" in line]
    assert len(told) == 1
    assert told[0].startswith("白云: 合伙人“龙江小学”的协议 12月31日 到期")
    await community.stage.turn({"step": "start_of_next_year"})
    assert "龙江小学" not in (await community.say("李桂芬", "合伙人"))[0]
    assert "没有找到" in (await community.say("李桂芬", "预约 多媒体教室 周六14点到16点"))[0]


async def test_who_agreed_is_named_among_the_talents(community: Community) -> None:
    """尹正平同意公示 → 合伙人里写名字和专长。"""
    await lawyer(community)
    await community.say("尹正平", "同意公示")
    await community.say("尹正平", "是")
    (shown,) = await community.say("李桂芬", "合伙人")
    assert "能人（1）：尹正平（法律咨询）" in shown
