"""Recording points and asking for them."""

import pytest

from tests.conversations.conftest import BOT, Community

DISCLAIMER = "社区积分是居民自治的激励办法，不属于公共信用信息，不进入征信，不影响任何公共服务。"


async def test_a_deed_is_recorded_and_both_are_told(community: Community) -> None:
    """段家荣（私聊）：加分 3栋2单元501 张三 志愿服务 5 → 两边都收到 L1；张三：积分 → 看到 105。"""
    said = await community.say("段家荣", "加分 3栋2单元501 张三 志愿服务 5")
    assert said == [
        "段家荣: L1 张三 参加志愿服务（通用） +5，已记上。这一项每天最多 8 分，还剩 3 分。",
        "张三: L1 参加志愿服务（通用） +5。发“积分”看余额；觉得不对，发“申诉 L1 理由”。",
    ]
    (points,) = await community.say("张三", "积分")
    assert points.splitlines() == [
        "张三: 张三",
        "信用分 105（良好）· 可换 5 分",
        "本月加 5 分，扣 0 分",
        "下一步：再得 15 分就够 AA（优秀），发“怎么加分”看看做什么有分。",
        DISCLAIMER,
    ]


async def test_points_are_never_told_in_a_group(community: Community) -> None:
    """李桂芬（群）：积分 → 私聊里是分数，群里只有“已私信您”。"""
    private, group = await community.say("李桂芬", "积分", group=True)
    assert private.startswith("李桂芬: 李桂芬\n信用分 100")
    assert group == "群: 已私信您。"


async def test_chatter_stays_chatter(community: Community) -> None:
    """群里聊天不回。"""
    for chatter in ("今天吃什么", "我积分都没你高哈哈", "报名+1", "@张三 积分", "@所有人 今晚停水"):
        assert await community.say("李桂芬", chatter, group=True) == []


async def test_the_same_line_within_ten_minutes_is_asked_again(community: Community) -> None:
    """同一句十分钟内再发，先问；是 → 再记一笔，不是 → 不记。"""
    line = "加分 张三 志愿服务 2"
    assert len(await community.say("段家荣", line)) == 2
    (asked,) = await community.say("段家荣", line)
    assert asked.endswith("再登记一次？回复“是”或“不是”。")
    assert await community.say("段家荣", "不是") == ["段家荣: 好的，没有登记。"]
    await community.say("段家荣", line)
    assert (await community.say("段家荣", "是"))[0].startswith("段家荣: L2 张三")
    community.pass_time(minutes=11)
    assert (await community.say("段家荣", line))[0].startswith("段家荣: L3 张三")


async def test_two_people_of_one_name_are_chosen_privately(community: Community) -> None:
    """两个王伟：私下列出来选，没选之前不记；群里看不到名单。"""
    await community.enter("王伟", address="1栋1单元101", known_as="甲")
    await community.enter("王伟", address="2栋1单元202", known_as="乙")
    private, group = await community.say("段家荣", f"{BOT} 加分 王伟 志愿服务 1", group=True)
    assert "1. 王伟（1栋1单元101）" in private
    assert "2. 王伟（2栋1单元202）" in private
    assert group == "群: 已私信您。"
    worker, told = await community.say("段家荣", "2")
    assert worker.startswith("段家荣: L1 王伟")
    assert told.startswith("乙: L1")


@pytest.mark.parametrize(
    "line",
    [
        "加分 张三 志愿服务 5.5",
        "加分 张三 志愿服务 0",
        "加分 张三 志愿服务 -3",
        "加分 张三 志愿服务 99999999999999999999",
        "加分 张三 志愿服务 ٣",
        "加分 张三 志愿服务 1e3",
        "加分 张三 志愿服务 ²",
        "加分 张三丰 志愿服务 5",
        "加分 张三 李四 5",
        "加分 段家荣 志愿服务 5",
        "加分 张三 无偿献血 5",
        "加分 \u202e三张 志愿服务 5",
        "加分 张三 志愿服务 9",
    ],
)
async def test_what_is_not_right_writes_nothing(community: Community, line: str) -> None:
    """不合规的加分：一句说明，一笔不记。"""
    said = await community.say("段家荣", line)
    assert len(said) == 1
    assert "已记上" not in said[0]
    assert "信用分 100" in (await community.say("张三", "积分"))[0]


async def test_a_resident_may_not_record(community: Community) -> None:
    """居民发加分 → 一句说明，不记。"""
    assert await community.say("李桂芬", "加分 张三 志愿服务 5") == [
        "李桂芬: 这件事要由社区工作人员办理，您可以发“帮助”看看自己能办的事。"
    ]


async def test_a_stranger_is_shown_how_to_bind(community: Community) -> None:
    """没绑定的人问积分 → 告诉他怎么绑定。"""
    await community.enter("路人", address="9栋1单元101", bound=False)
    (said,) = await community.say("路人", "积分")
    assert said.startswith("路人: 您还没有绑定。请私聊我发：绑定 姓名 楼栋房号")


async def test_history_comes_ten_at_a_time(community: Community) -> None:
    """积分明细：十条一页，是 → 下一页。"""
    for day in range(12):
        await community.say("段家荣", "加分 张三 志愿服务 1")
        community.pass_time(days=1)
        assert day >= 0
    (first,) = await community.say("张三", "积分明细")
    assert len(first.splitlines()) == 13
    assert first.endswith("还有 2 条，接着看吗？回复“是”或“不用”。")
    (second,) = await community.say("张三", "是")
    assert len(second.splitlines()) == 4


async def test_names_in_old_characters_and_addresses_by_ear_are_found(community: Community) -> None:
    """段家荣：給陳秀英加3分 志願服務 → 记给陈秀英；加分 6冻1单元401 志愿服务 2 → 还是她家。"""
    await community.enter("陈秀英", address="6栋1单元401")
    given = await community.say("段家荣", "給陳秀英加3分 志願服務")
    assert given[0].startswith("段家荣: L1 陈秀英 参加志愿服务（通用） +3")
    by_ear = await community.say("段家荣", "加分 6冻1单元401 志愿服务 2")
    assert by_ear[0].startswith("段家荣: L2 陈秀英 参加志愿服务（通用） +2")


async def test_of_two_questions_the_first_is_answered_and_the_second_named(community: Community) -> None:
    """李桂芬：查积分，我的券 → 先答积分，末尾说还问了“我的券”。"""
    (said,) = await community.say("李桂芬", "查积分，我的券")
    assert said.startswith("李桂芬: 李桂芬\n信用分 100")
    assert said.endswith("您还问了“我的券”，一条消息我只答一件，请单独再发一次。")
