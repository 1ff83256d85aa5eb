"""Visits with consent, and patrols that remind."""

from pathlib import Path

from domain.decision import Unit
from domain.facts import EnrolFact, Fact
from domain.matters.matter import MattersSince
from domain.members import FindSubjects
from tests.conversations.conftest import Community


async def _visits(community: Community) -> list[dict[str, object]]:
    return [dict(one.facts) for one in await community.app.store.answer(MattersSince("visit", 0))]


async def test_a_visit_with_consent(community: Community) -> None:
    """走访 3栋2单元501 → 目的、念同意书、四项只能选的事实 → 登记，每项写明来源。"""
    assert "这次走访是为了什么" in (await community.say("段家荣", "走访 3栋2单元501"))[0]
    (read,) = await community.say("段家荣", "1")
    assert "请念给对方听：“我是网格员，今天来是为了安全检查" in read
    assert "家里的灭火器" in (await community.say("段家荣", "是"))[0]
    assert "楼道和门口" in (await community.say("段家荣", "有"))[0]
    assert "电动车充电" in (await community.say("段家荣", "1"))[0]
    assert "养犬登记" in (await community.say("段家荣", "没问到"))[0]
    (done,) = await community.say("段家荣", "没养犬")
    assert done.splitlines() == [
        "段家荣: 已登记：走访 3栋2单元501，安全检查。", "家里的灭火器：有（走访）", "楼道和门口：通畅（走访）",
        "养犬登记：没养犬（走访）",
    ]  # fmt: skip
    (kept,) = await _visits(community)
    assert (kept["purpose"], kept["consent"]) == ("安全检查", True)


async def test_what_lists_told_is_known_at_the_door_and_shown_to_the_person(
    community: Community, tmp_path: Path
) -> None:
    """导入的名单、上次走访，下次走访先念出来，不再问一遍；本人在 我的数据 里看得到每一项的来源和日期。"""
    listed = Fact("dog", "已登记", "document", "2026-03-01", "2026年养犬登记名单")
    (found,) = await community.app.store.answer(FindSubjects(address="3栋2单元501"))
    await community.app.store.post(
        Unit(None, (EnrolFact(found.kind, found.name, found.grid, found.address, listed),) * 2)
    )
    for word in ("走访 3栋2单元501", "安全检查", "是", "有", "没问到", "没问到", "没问到"):
        await community.say("段家荣", word)
    community.pass_time(minutes=11)
    (asked,) = await community.say("段家荣", "走访 3栋2单元501")
    assert asked.splitlines()[0:3] == [
        "段家荣: 已经知道的：",
        "养犬登记：已登记（资料“2026年养犬登记名单”，2026-03-01）",
        "家里的灭火器：有（走访，2026-11-23）",
    ]
    await community.say("张三", "我的数据")
    (file,) = [one for one in tmp_path.rglob("*") if one.is_file() and "我的数据".encode() in one.read_bytes()[:40]]
    text = file.read_bytes().decode("utf-8-sig")
    assert "【走访、检查和资料里的（哪一项不想留，到服务台说一声就删掉）】\n养犬登记：已登记（资料“2026年" in text
    assert "known_fact" not in text
    assert "灭火器" not in "".join(await community.say("李桂芬", "走访 3栋2单元501"))


async def test_without_consent_nothing_is_kept(community: Community) -> None:
    """对方不同意 → 什么都没有记。"""
    await community.say("段家荣", "走访 3栋2单元501")
    await community.say("段家荣", "听取意见")
    (said,) = await community.say("段家荣", "不是")
    assert said == "段家荣: 好的，没有登记，什么都没有记。谢谢您尊重对方的意思。"
    assert await _visits(community) == []


async def test_a_shop_is_visited_by_its_address_or_its_name(community: Community) -> None:
    """走访 3栋楼下商铺5号、走访 老王烧烤 → 问店里的几项；只写居民姓名不登记。"""
    await community.enter("王大海", address="3栋楼下商铺5号", kind="merchant", real_name="老王烧烤")
    for said in ("3栋楼下商铺5号", "老王烧烤"):
        await community.say("段家荣", f"走访 {said}")
        await community.say("段家荣", "1")
        assert (await community.say("段家荣", "是"))[0].startswith("段家荣: 灭火器？")
        community.pass_time(minutes=11)
    assert "商铺、单位写名称也行" in (await community.say("段家荣", "走访 张三"))[0]


async def test_only_homes_of_the_own_grid_and_nobody_unknown(community: Community) -> None:
    """登记表里没有的房号、别的网格：一句话说明，没有登记。"""
    assert "登记表里没有“9栋901”" in (await community.say("段家荣", "走访 9栋901"))[0]
    await community.enter("赵六", grid="一网格", address="1栋1单元101")
    assert "不是您负责的网格" in (await community.say("段家荣", "走访 1栋1单元101"))[0]
    assert "段家荣" not in "".join(await community.say("李桂芬", "走访 3栋2单元501"))


async def test_a_patrol_lists_what_is_open_and_sums_up(community: Community) -> None:
    """巡查 开始 → 按楼栋列没改好的；途中登记 → 只提醒；巡查 结束 → 小结和本周第几次。"""
    await community.say("段家荣", "扣分 6栋1单元302 李桂芬 楼道堆物")
    community.pass_time(minutes=1)
    (begun,) = await community.say("段家荣", "巡查 开始")
    assert "6栋：L1 李桂芬" in begun
    community.pass_time(minutes=11)
    assert "还没有结束" in (await community.say("段家荣", "开始巡查"))[0]
    (found,) = await community.say("段家荣", "扣分 3栋2单元501 张三 楼道堆物")
    assert "第一次先提醒" in found
    (ended,) = await community.say("段家荣", "巡查 结束")
    assert "这次登记 1 件；本网格还没改好的共 2 件" in ended
    assert "3栋：L2 张三" in ended
    assert "本周本网格第 1 次巡查" in ended
    community.pass_time(minutes=11)
    assert "没有正在进行的巡查" in (await community.say("段家荣", "结束巡查"))[0]


async def test_a_patrol_that_was_never_ended_makes_room_the_next_day(community: Community) -> None:
    """昨天忘了结束 → 今天照样可以开始。"""
    await community.say("段家荣", "巡查 开始")
    community.pass_time(days=1)
    assert "巡查开始" in (await community.say("段家荣", "巡查 开始"))[0]
    assert "巡查结束" in (await community.say("段家荣", "巡查 结束"))[0]


async def test_on_a_patrol_even_a_second_time_is_a_reminder_with_a_timer(community: Community) -> None:
    """提醒过的第二次，平时会告知拟扣；巡查中登记仍然先提醒、给时间改，照片一起留着。"""
    await community.say("段家荣", "扣分 3栋2单元501 张三 楼道堆物")
    community.pass_time(days=4)
    await community.say("段家荣", "巡查 开始")
    (found,) = await community.say("段家荣", "扣分 3栋2单元501 张三 楼道堆物 备注 又堆上了")
    assert "先提醒" in found
    (ended,) = await community.say("段家荣", "巡查 结束")
    assert "前改）" in ended
    community.pass_time(days=4)
    later = await community.say("段家荣", "扣分 3栋2单元501 张三 楼道堆物 备注 第三回")
    assert any("拟扣" in said for said in later)
