"""The whole way, as people really go it: with typos, second thoughts, double sends and two things at once."""

from domain.activities.activity import ActivityAt
from domain.teams.team import EnrolMembers
from tests.conversations.activities import post, until
from tests.conversations.conftest import BOT, Community
from tests.conversations.exchanging import CODE, earn
from tests.conversations.offers import offer


async def _everybody(community: Community) -> None:
    """A captain with a team, a barber, and neighbours."""
    await community.enter("郭队", address="5栋1单元101")
    await community.enter("王五", address="5栋2单元402")
    await community.enter("赵婆婆", address="1栋1单元101")
    await community.enter("美丽理发店", "partner")
    await offer(community, "partner", "美丽理发店", kind="firm", offers="理发券")
    await offer(community, "team", "敬老服务队", station="一站", theme="上门理发", captain="郭队", items=["志愿服务"])
    await post(community, EnrolMembers("敬老服务队", ("郭队",), "郭队"))


async def test_from_a_need_to_a_haircut(community: Community) -> None:
    """求助 → 队长认领 → 发活动，两个名额、三个人 → 退一个补一个 → 签到两次 → 得分 → 换券 → 核销 → 办好了。"""
    await _everybody(community)
    asked = await community.say("赵婆婆", "球助 老人理发")
    assert any(line.startswith("郭队: 【求助】P1") for line in asked)
    assert "再登记一次" in (await community.say("赵婆婆", "求助 老人理发"))[0]
    await community.say("赵婆婆", "不是")
    assert "由您接手了" in (await community.say("郭队", "认领p1"))[0]
    # A captain begins, thinks again, and begins anew in one line.
    assert "叫什么" in (await community.say("郭队", "发布活动"))[0]
    assert "没有发布" in (await community.say("郭队", "算了"))[0]
    await community.say("郭队", "发布活动 给老人理发 时间 11月28日9点到11点 地点 一站 名额 2")
    posted = await community.say("郭队", "是")
    assert any(line.startswith("群: 【活动】1") for line in posted)
    assert "报上了" in (await community.say("李桂芬", "报名1"))[0]
    assert "已经报上了" in (await community.say("李桂芬", "报名 1"))[0]
    assert "报上了" in (await community.say("张三", f"{BOT} 报名 一", group=True))[0]
    assert "排在第 1 位" in (await community.say("王五", "我要报名1号活动"))[0]
    left = await community.say("张三", "去不了1号活动了")
    assert any(line.startswith("王五: 排到您了") for line in left)
    await until(community, 28, 9)
    activity = await community.app.store.answer(ActivityAt(1))
    assert activity
    for name in ("李桂芬", "王五"):
        assert "签到好了" in (await community.say(name, f"签到{activity.in_code}"))[0]
    assert "已经签到了" in (await community.say("王五", f"签到 {activity.in_code}"))[0]
    await until(community, 28, 11)
    for name in ("李桂芬", "王五"):
        assert "2 小时" in (await community.say(name, f"签到 {activity.out_code}"))[0]
    credited = community.as_lines(await until(community, 28, 12, 5))
    assert sum("给老人理发" in line and "+2" in line for line in credited) == 2
    done = await community.say("郭队", "申报 完成项目 P1")
    assert any(line.startswith("赵婆婆: 【求助】P1") and "办好了吗" in line for line in done)
    # Two things at once: what was brought waits while she looks at something else.
    assert "可换" in (await community.say("赵婆婆", "积分"))[0]
    assert "办结了" not in (await community.say("赵婆婆", "好的"))[0]
    assert "办结了" in (await community.say("赵婆婆", "是"))[0]
    await _haircut(community)
    assert await community.proof() == ()


async def _haircut(community: Community) -> None:
    """Points become a voucher, the voucher a haircut; each once."""
    await earn(community, "李桂芬", 20)
    assert "1. 义务理发一次" in (await community.say("李桂芬", "换理法券"))[0]
    assert "换吗" in (await community.say("李桂芬", "1"))[0]
    assert "没有换" in (await community.say("李桂芬", "算了"))[0]
    await community.say("李桂芬", "兑换 理发券")
    (issued, *_) = await community.say("李桂芬", "嗯嗯")
    found = CODE.search(issued)
    assert found, issued
    assert "可换 14 分" in (await community.say("李桂芬", "积分"))[0]
    used = await community.say("美丽理发店", f"核销 {found[0].lower()}")
    assert "核销好了" in used[0]
    assert any(line.startswith("李桂芬: 您的券") for line in used)
    assert "不能核销" in (await community.say("美丽理发店", f"核销 {found[0]}"))[0]
    assert "已用" in (await community.say("李桂芬", "我的券"))[0]
