"""Binding an account to a resident of the register."""

from domain.decision import Unit
from domain.enrolment import EnrolSubject
from tests.conversations.conftest import Community

ZHAO = "绑定 赵小云 5栋1单元301"


async def _arrive(community: Community, phone: str = "") -> None:
    await community.enter("赵小云", address="5栋1单元301", bound=False, phone=phone)


async def test_the_phone_binds_after_the_notice(community: Community) -> None:
    """绑定 赵小云 5栋1单元301 → 先说记什么 → 是 → 我看看，是１２３４嘛 → 绑定好了。"""
    await _arrive(community, phone="13800001234")
    assert "不记手机号" in (await community.say("赵小云", ZHAO))[0]
    assert "后四位" in (await community.say("赵小云", "是"))[0]
    assert "绑定好了：赵小云" in (await community.say("赵小云", "我看看，是１２３４嘛"))[0]
    assert "信用分 100" in (await community.say("赵小云", "积分"))[0]
    assert "已经绑定过" in (await community.say("赵小云", ZHAO))[0]


async def test_a_no_to_the_notice_keeps_nothing(community: Community) -> None:
    """不用 → 没有绑定。"""
    await _arrive(community, phone="13800001234")
    await community.say("赵小云", ZHAO)
    assert "没有绑定" in (await community.say("赵小云", "不用"))[0]
    assert "还没有绑定" in (await community.say("赵小云", "积分"))[0]


async def test_three_misses_go_to_the_grid_worker(community: Community) -> None:
    """后四位错三次 → 转给网格员；今天不再能试。"""
    await _arrive(community, phone="13800001234")
    for left in ("还能试 2 次", "还能试 1 次", "网格员核实"):
        await community.say("赵小云", ZHAO)
        await community.say("赵小云", "是")
        said = await community.say("赵小云", "9999")
        assert any(left in one for one in said if one.startswith("赵小云")), said
    assert any("等网格员核实" in one for one in await community.say("赵小云", ZHAO))


async def test_without_a_phone_the_worker_confirms(community: Community) -> None:
    """登记册没有手机号 → 网格员今日里答 1 属实 → 绑定好了。"""
    await _arrive(community)
    await community.say("赵小云", ZHAO)
    assert any("段家荣: 【绑定核实】" in one for one in await community.say("赵小云", "是"))
    await community.say("段家荣", "今日")
    assert any("赵小云: 绑定好了" in one for one in await community.say("段家荣", "1 属实"))
    assert "信用分 100" in (await community.say("赵小云", "积分"))[0]


async def test_the_worker_may_refuse(community: Community) -> None:
    """1 不属实 → 客气地说没有绑定。"""
    await _arrive(community)
    await community.say("赵小云", ZHAO)
    await community.say("赵小云", "是")
    await community.say("段家荣", "今日")
    assert any("没有绑定" in one for one in await community.say("段家荣", "1 不属实") if one.startswith("赵小云"))
    assert "还没有绑定" in (await community.say("赵小云", "积分"))[0]


async def test_wrong_name_and_wrong_address_sound_alike(community: Community) -> None:
    """姓名错、住址错，说法一样。"""
    await _arrive(community)
    first = await community.say("赵小云", "绑定 赵大云 5栋1单元301")
    assert "没有对上" in first[0]
    assert first == await community.say("赵小云", "绑定 赵小云 5栋1单元302")


async def test_a_second_account_never_binds_by_the_phone(community: Community) -> None:
    """已有微信号绑定 → 后四位不管用，告诉原来的微信号，由网格员核实。"""
    await community.enter("生人", address="8栋1单元101", bound=False)
    await community.say("生人", "绑定 张三 3栋2单元501")
    said = await community.say("生人", "是")
    assert any(one.startswith("张三: 有另一个微信号") for one in said)
    assert any("已有另一个微信号" in one for one in said if one.startswith("段家荣"))


async def test_the_tries_are_counted_by_the_day(community: Community) -> None:
    """前一天错两次，第二天又有三次。"""
    await _arrive(community, phone="13800001234")
    for _ in range(2):
        await community.say("赵小云", ZHAO)
        await community.say("赵小云", "是")
        await community.say("赵小云", "9999")
    community.pass_time(days=1)
    await community.say("赵小云", ZHAO)
    await community.say("赵小云", "是")
    assert "还能试 2 次" in (await community.say("赵小云", "9999"))[0]


async def _a_child(community: Community, guardian: str) -> None:
    child = EnrolSubject("resident", "张小宝", "二网格", "3栋2单元501", guardian=guardian, minor=True)
    await community.app.store.post(Unit(None, (child,), at=1))


async def test_a_guardian_binds_a_child(community: Community) -> None:
    """监护人张三 → 绑定 张小宝 → 是 → 绑定好了；平时说的还是自己，切换后说孩子。"""
    await _a_child(community, "张三")
    assert "不记手机号" in (await community.say("张三", "绑定 张小宝 3栋2单元501"))[0]
    assert "监护人" in (await community.say("张三", "是"))[0]
    assert "张三" in (await community.say("张三", "积分"))[0].splitlines()[0].removeprefix("张三: ")
    assert "张小宝" in (await community.say("张三", "切换 张小宝"))[0]


async def test_nobody_but_the_guardian_binds_a_child(community: Community) -> None:
    """不是登记的监护人 → 由监护人来办。"""
    await _a_child(community, "李四")
    assert "由监护人来办" in (await community.say("张三", "绑定 张小宝 3栋2单元501"))[0]
    assert "由监护人来办" in (await community.say("李桂芬", "绑定 张小宝 3栋2单元501"))[0]


async def test_name_and_address_may_be_said_at_once(community: Community) -> None:
    """绑定 → 姓名是什么？我想改地址 → 不当成名字；我叫赵小云，5冻1单元301 → 直接问同不同意。"""
    await community.enter("赵小云", address="5栋1单元301", bound=False)
    await community.say("赵小云", "绑定")
    (said,) = await community.say("赵小云", "我想改地址")
    assert said == "赵小云: 您是不是想：“我的联系人”？发引号里的字就行。"
    (said,) = await community.say("赵小云", "我叫赵小云，5冻1单元301")
    assert said.startswith("赵小云: 绑定“赵小云”以后")
