"""Volunteer teams: seen by station, joined at once, the captain told."""

from domain.decision import Unit
from domain.enrolment import EnrolListing, EnrolSubject
from domain.members import AccountRef, Bind, FindSubjects
from domain.teams.team import EnrolMembers
from tests.conversations.conftest import Community


async def _teams(community: Community) -> None:
    """平安巡逻队 is led by 张三; 护绿队 by somebody who is not in the register."""
    await _post(
        community,
        EnrolListing("team", "平安巡逻队", '{"station": "一站", "theme": "平安巡逻"}'),
        EnrolListing("team", "护绿队", '{"station": "二站", "theme": "护绿"}'),
        EnrolMembers("平安巡逻队", ("张三", "没登记的人"), "张三"),
        EnrolMembers("护绿队", ("外来的队长",), "外来的队长"),
    )


async def _post(community: Community, *effects: object) -> None:
    await community.app.store.post(Unit(None, effects, at=int(community.clock.now().timestamp() * 1000)))


async def test_teams_are_listed_by_station_with_counts_alone(community: Community) -> None:
    """群里发 志愿队 → 按站列出队和人数，没有人名。"""
    assert "还没有志愿队" in (await community.say("李桂芬", "志愿队"))[0]
    await _teams(community)
    (said,) = await community.say("李桂芬", "志愿队", group=True)
    assert "2 个站、2 支队、3 人次在队" in said
    assert "一站：平安巡逻队（2人）" in said
    assert "张三" not in said


async def test_joining_registers_once_and_tells_the_captain(community: Community) -> None:
    """加入 → 第一次先同意登记；是 → 有编号，队长收到；再加入一支不用再问。"""
    await _teams(community)
    assert "同意吗" in (await community.say("李桂芬", "加入 平安巡逻队"))[0]
    mine, told = await community.say("李桂芬", "是")
    assert mine.startswith("李桂芬: 欢迎加入平安巡逻队（平安巡逻）！您的志愿者编号是 Z1。")
    assert told.startswith("张三: 李桂芬 加入了平安巡逻队，现在 3 人")
    assert "已经在平安巡逻队里" in (await community.say("李桂芬", "加入 平安巡逻队"))[0]
    (second,) = await community.say("李桂芬", "我想参加护绿队")
    assert "欢迎加入护绿队" in second
    assert "编号" not in second


async def test_no_registers_nothing(community: Community) -> None:
    """不同意登记 → 没有入队，人数不变。"""
    await _teams(community)
    await community.say("李桂芬", "加入 护绿队")
    assert "没有入队" in (await community.say("李桂芬", "不是"))[0]
    assert "护绿队（1人）" in (await community.say("李桂芬", "志愿队"))[0]


async def test_leaving_is_told_and_an_import_brings_nobody_back(community: Community) -> None:
    """退出 → 队长收到；再导入一遍名单，退出的人不会被拉回来；想回来，自己再加入。"""
    await _teams(community)
    await _post(community, EnrolMembers("平安巡逻队", ("张三", "李桂芬"), "张三"))
    mine, told = await community.say("李桂芬", "退出 平安巡逻队")
    assert "已退出平安巡逻队" in mine
    assert told.startswith("张三: 李桂芬 退出了平安巡逻队，现在 1 人")
    await _post(community, EnrolMembers("平安巡逻队", ("张三", "李桂芬"), "张三"))
    assert "平安巡逻队（1人）" in (await community.say("李桂芬", "志愿队"))[0]
    assert "不在平安巡逻队里" in (await community.say("李桂芬", "退出 平安巡逻队"))[0]
    await community.say("李桂芬", "加入 平安巡逻队")
    await community.say("李桂芬", "是")
    assert "平安巡逻队（2人）" in (await community.say("李桂芬", "志愿队"))[0]


async def test_a_captain_stays_until_there_is_another(community: Community) -> None:
    """队长自己发 退出 → 先换队长。"""
    await _teams(community)
    assert "先请网格员在登记表里换队长" in (await community.say("张三", "退出 平安巡逻队"))[0]


async def test_a_team_that_is_not_there(community: Community) -> None:
    """写错队名 → 最像的；完全没有 → 怎么看全部；没写队名 → 问一句。"""
    await _teams(community)
    assert "平安巡逻队" in (await community.say("李桂芬", "加入 平安队"))[0]
    assert "没有叫“登山队”的队" in (await community.say("李桂芬", "加入 登山队"))[0]
    assert "请写队名" in (await community.say("李桂芬", "加入志愿队"))[0]
    assert "登记为志愿者" in (await community.say("李桂芬", "护绿队"))[0]


async def test_a_name_that_two_people_have_is_nobodys_captain(community: Community) -> None:
    """两个张三、电话对不上 → 不猜谁是队长；电话对得上的那位才是。"""
    await _post(
        community,
        EnrolSubject("resident", "张三", "二网格", "9栋1单元101", phone_mark="a"),
        EnrolListing("team", "护绿队", "{}"),
        EnrolMembers("护绿队", ("张三",), "张三"),
    )
    line = "发布活动 浇花 时间 11月28日9点 地点 花园 名额 10"
    assert "由队长" in (await community.say("张三", line))[0]
    await _post(community, EnrolMembers("护绿队", ("张三",), "张三", "a"))
    assert "护绿队（1人）" in (await community.say("张三", "志愿队"))[0]
    found = await community.app.store.answer(FindSubjects("张三", "9栋1单元101"))
    await _post(community, Bind(AccountRef("simulator", community.ids["李桂芬"]), found[0].id))
    assert "队伍：护绿队" in (await community.say("李桂芬", line))[0]


async def test_a_child_joins_a_team_with_a_guardian(community: Community) -> None:
    """孩子自己加入 → 请监护人。"""
    await _teams(community)
    await community.enter("小宝", address="5栋1单元101")
    await _post(community, EnrolSubject("resident", "小宝", "二网格", "5栋1单元101", minor=True))
    assert "要监护人同意" in (await community.say("小宝", "加入 护绿队"))[0]
