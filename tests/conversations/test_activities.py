"""Activities: announced and signed up for."""

import re

from bot.channels.simulator.channel import Typed
from bot.dispatch.dispatcher import Dispatcher
from domain.activities.activity import ActivityAt, SignUpsOf
from domain.enrolment import EnrolSubject
from domain.members import AccountRef, Bind
from tests.conversations.activities import ONE_LINE, announced, post, subject, until
from tests.conversations.conftest import Community
from tests.conversations.offers import school


async def test_one_line_is_previewed_and_posted_in_the_group(community: Community) -> None:
    """段家荣：一句话发布 → 先看预览；是 → 群里出现 1 号活动的卡片，引用卡片回 报名 就报上。"""
    (preview,) = await community.say("段家荣", ONE_LINE.format(seats=20))
    assert "周六清扫楼道" in preview
    assert "11月28日（周六）09:00–11:00" in preview
    sent = await community.sent("段家荣", "是")
    card = next(one for one in sent if one.get("card"))
    assert card["card"]["title"] == "【活动】1"
    assert card["card"]["actions"] == ["报名 1"]
    (joined,) = await community.say("李桂芬", "@网格小信 报名", group=True, quote=card["id"])
    assert joined.startswith("群: 报上了：1 周六清扫楼道")


async def test_no_posts_nothing(community: Community) -> None:
    """预览以后回 不是 → 没有发布，活动 里也没有。"""
    await community.say("段家荣", ONE_LINE.format(seats=20))
    assert await community.say("段家荣", "不是") == ["段家荣: 好的，没有发布。想发的时候再说一次就行。"]
    assert "还没有活动" in (await community.say("李桂芬", "活动"))[0]


async def test_what_is_missing_is_asked_one_by_one(community: Community) -> None:
    """只说 发布活动 → 一句一句问；时间没说清、过去了都再问一次；最后预览。"""
    assert "叫什么" in (await community.say("段家荣", "发布活动"))[0]
    assert "什么时间" in (await community.say("段家荣", "河边捡垃圾"))[0]
    assert "几点开始" in (await community.say("段家荣", "周六"))[0]
    assert "已经过了" in (await community.say("段家荣", "11月20日9点"))[0]
    assert "在哪里" in (await community.say("段家荣", "周六下午3点半"))[0]
    assert "名额多少" in (await community.say("段家荣", "河边步道"))[0]
    assert "没看懂名额" in (await community.say("段家荣", "很多"))[0]
    (preview,) = await community.say("段家荣", "不限")
    assert "11月28日（周六）15:30–17:30" in preview
    assert "名额：不限" in preview
    assert any("1 “河边捡垃圾”发到群里了" in line for line in await community.say("段家荣", "是"))


async def test_the_questions_never_trap(community: Community) -> None:
    """问到一半：取消 → 好的；三次没看懂 → 不再问；别的命令照办。"""
    await community.say("段家荣", "发布活动 扫雪")
    assert await community.say("段家荣", "取消") == ["段家荣: 好的，没有发布。想发的时候再说一次就行。"]
    await community.say("段家荣", "发布活动 扫雪")
    await community.say("段家荣", "看情况")
    await community.say("段家荣", "到时候再说嘛")
    assert "先不发了" in (await community.say("段家荣", "有雪的时候"))[0]
    await community.say("段家荣", "发布活动 扫雪")
    assert "信用分" in (await community.say("段家荣", "积分"))[0]
    assert "没看懂时间" not in (await community.say("段家荣", "周六上午9点"))[0]


async def test_a_resident_who_leads_nothing_is_shown_the_way(community: Community) -> None:
    """普通居民发布活动 → 一句话说明由谁来办。"""
    (said,) = await community.say("李桂芬", ONE_LINE.format(seats=5))
    assert "由队长、网格员、物业和合伙人来办" in said


async def test_lectures_and_broadcasts(community: Community) -> None:
    """发布讲座 → 问主讲人和名额；发布直播 → 不问地点，开播前 15 分钟提醒报名的人。"""
    assert "主讲人是谁" in (await community.say("段家荣", "发布讲座 消防安全 时间 11月29日15点 地点 多媒体教室"))[0]
    assert "主讲人是谁" in (await community.say("段家荣", "是"))[0]
    assert "名额多少" in (await community.say("段家荣", "待定"))[0]
    assert "【讲座】" in (await community.say("段家荣", "60"))[0]
    await community.say("段家荣", "是")
    assert "什么时间" in (await community.say("段家荣", "发布直播 反诈小课堂"))[0]
    assert "主讲人" in (await community.say("段家荣", "11月28日19点半"))[0]
    (preview,) = await community.say("段家荣", "尹律师")
    assert "【直播】" in preview
    assert "地点：线上直播" in preview
    await community.say("段家荣", "是")
    await community.say("李桂芬", "报名 2")
    await until(community, 28, 19)
    sent = community.as_lines(await until(community, 28, 19, 30))
    assert sum("15 分钟后开始" in line for line in sent) == 2


async def test_plain_sentences_for_what_cannot_be(community: Community) -> None:
    """没有的编号、重复报名、同一时间两个活动、没报名就取消：各一句话。"""
    await announced(community)
    assert await community.say("李桂芬", "报名 99") == ["李桂芬: 没有 99 号活动。发“活动”看看有哪些。"]
    await community.say("李桂芬", "报名 1")
    assert "已经报上了" in (await community.say("李桂芬", "报名 1"))[0]
    await community.say("段家荣", "发布活动 护绿 时间 11月28日10点 地点 花园 名额 30")
    await community.say("段家荣", "是")
    assert "同一时间" in (await community.say("李桂芬", "报名 2"))[0]
    assert "不用取消" in (await community.say("张三", "取消报名 1"))[0]
    await until(community, 28, 12)
    assert "已经结束" in (await community.say("张三", "报名 1"))[0]


async def test_the_waiting_list_moves_up_by_itself(community: Community) -> None:
    """名额 1：李桂芬报上，张三排第 1 位；李桂芬取消 → 张三自动补上并收到私信。"""
    await announced(community, 1)
    await community.say("李桂芬", "报名 1")
    assert "排在第 1 位" in (await community.say("张三", "报名 1"))[0]
    assert "排队中" in (await community.say("张三", "活动"))[0]
    left, told = await community.say("李桂芬", "取消报名")
    assert "取消了" in left
    assert told.startswith("张三: 排到您了：1 周六清扫楼道")
    assert "排在第 1 位" in (await community.say("李桂芬", "报名 1"))[0]


async def test_a_half_made_announcement_survives_a_restart(community: Community) -> None:
    """问到一半，机器人重启 → 接着答就行。"""
    await community.say("段家荣", "发布活动 铲雪")
    fresh = Dispatcher(community.app.dispatcher._around)
    await fresh.prepare()
    community.channel.listen(fresh.receive)
    person = community.channel.people.get(community.ids["段家荣"])
    assert person
    community.channel.say(person, Typed("周六上午9点"))
    await fresh.idle()
    await community.app.idle()
    (asked,) = community.channel.timeline.since(len(community.channel.timeline) - 1)
    assert "在哪里" in asked["text"]


async def test_a_child_joins_with_a_guardian(community: Community) -> None:
    """孩子自己报名 → 请监护人；家长切换到孩子再报 → 问一句，是 → 报上。"""
    await announced(community)
    await post(community, EnrolSubject("resident", "李小宝", "二网格", "6栋1单元302", "6-1-302", minor=True))
    await post(community, EnrolSubject("resident", "李桂芬", "二网格", "6栋1单元302", "6-1-302"))
    child = await subject(community, "李小宝")
    await community.enter("小宝", address="5栋1单元101")
    await post(community, Bind(AccountRef("simulator", community.ids["小宝"]), child))
    assert "要监护人同意" in (await community.say("小宝", "报名 1"))[0]
    await post(community, Bind(AccountRef("simulator", community.ids["李桂芬"]), child))
    assert "您是监护人" in (await community.say("李桂芬", "报名 1"))[0]
    assert "报上了" in (await community.say("李桂芬", "是"))[0]


async def test_fifty_want_twenty_seats_at_once(community: Community) -> None:
    """名额 20，五十人同时发 报名 1 → 正好 20 人报上、30 人排队，没有人落下。"""
    await announced(community)
    names = [f"居民{number}" for number in range(50)]
    for number, name in enumerate(names):
        await community.enter(name, address=f"{number + 20}栋1单元101")
    place = len(community.channel.timeline)
    for name in names:
        person = community.channel.people.get(community.ids[name])
        assert person
        community.channel.say(person, Typed("报名 1"))
    await community.app.idle()
    said = [one["text"] for one in community.channel.timeline.since(place) if one["from"] == "bot"]
    assert sum("报上了" in text for text in said) == 20
    turns = [int(found[1]) for text in said if (found := re.search(r"排在第 (\d+) 位", text))]
    assert sorted(turns) == list(range(1, 31))
    line = await community.app.store.answer(SignUpsOf(1))
    assert [one.state for one in line] == ["in"] * 20 + ["waiting"] * 30


async def test_the_unit_that_sent_the_lecturer_gets_its_points(community: Community) -> None:
    """主讲人“龙江小学 王老师”：有人来听，学校得“派讲师”5 分；没人来、主讲人不是单位派的，就没有。"""
    await school(community)
    for day, speaker in ((28, "龙江小学 王老师"), (29, "尹律师")):
        await community.say("段家荣", f"发布讲座 防诈骗 时间 11月{day}日15点 地点 多媒体教室 名额 60")
        await community.say("段家荣", speaker)
        await community.say("段家荣", "是")
    for number, day in ((1, 28), (2, 29)):
        await until(community, day, 15)
        lecture = await community.app.store.answer(ActivityAt(number))
        assert lecture
        await community.say("李桂芬", f"签到 {lecture.in_code}")
    said = community.as_lines(await until(community, 30, 9))
    assert await community.proof() == ()
    assert "信用分 105" in (await community.say("龙江小学", "积分"))[0]
    assert not any("尹律师" in line and "派人" in line for line in said)
