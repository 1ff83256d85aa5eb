"""Why a grade is what it is, and what a plan would bring."""

from tests.conversations.conftest import Community


async def test_the_sum_line_by_line_with_its_last_day(community: Community) -> None:
    """为什么是A → 基础分、每一笔、哪天起不再算。"""
    await community.say("段家荣", "加分 3栋2单元501 张三 志愿服务 2")
    (said,) = await community.say("张三", "为什么是A")
    assert "信用分 102" in said
    assert "志愿服务（通用） +2（2027-11-23 起不再算）" in said


async def test_a_plan_is_reckoned_and_not_kept(community: Community) -> None:
    """如果 志愿服务两小时 → 102 分；查积分还是 100。"""
    (said,) = await community.say("张三", "如果 志愿服务两小时")
    assert "信用分 102" in said
    assert "信用分 100" in (await community.say("张三", "积分"))[0]


async def test_an_unknown_part_of_a_plan_is_named(community: Community) -> None:
    """如果 开飞碟三次 → 说出哪一件没有对上。"""
    assert "开飞碟三次" in (await community.say("张三", "如果 开飞碟三次"))[0]


async def test_a_pledge_and_patrols(community: Community) -> None:
    """如果 再签一份承诺 参加两次巡逻 → 分数和等级。"""
    (said,) = await community.say("张三", "如果 再签一份承诺 参加两次巡逻")
    assert "都确认以后" in said
