"""The demonstration community is ready to be played."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import opened
from bot.channels.simulator.channel import SimulatorChannel
from bot.channels.simulator.people import People
from bot.channels.simulator.timeline import Timeline
from bot.clock import SetClock
from bot.config import Config, DatabaseSettings, DataSettings
from bot.demonstration.settling import settle
from bot.web.simulator.stage import Stage
from domain.activities.activity import ActivityAt
from domain.decision import Unit
from domain.matters.matter import MatterAt, OpenMatters
from domain.members import AccountRef, SenderOf
from domain.period import civil
from domain.services.service import VOIDING
from handlers.services.entering import outcome, project, voiding
from tests.conversations.activities import until
from tests.conversations.conftest import START, Community
from tests.conversations.exchanging import earn, exchanged


@pytest.fixture
async def longjiang(tmp_path: Path, database_url: str) -> AsyncIterator[Community]:
    clock = SetClock(START, still=True)
    players = People(tmp_path)
    channel = SimulatorChannel(players, Timeline(tmp_path), "网格小信", clock.now)
    config = Config(database=DatabaseSettings(database_url), data=DataSettings(str(tmp_path)))
    async with opened(config, clock, {channel.name: channel}) as app:
        channel.listen(app.dispatcher.receive)
        for _ in range(2):
            await settle(app.store, players, channel.name, b"key", 1)
        yield Community(Stage(app, channel, clock), app, channel, clock, {one.name: one.id for one in players})


async def test_everybody_bound_has_a_subject_and_staff_their_duty(longjiang: Community) -> None:
    for person in longjiang.channel.people:
        sender = await longjiang.app.store.answer(SenderOf(AccountRef("simulator", person.id)))
        assert (sender.subject is not None) == person.bound, person.name
        assert person.role in sender.roles or not person.bound, person.name


async def test_its_grid_worker_records_a_deed(longjiang: Community) -> None:
    """段家荣：加分 6栋1单元302 李桂芬 楼道清理 2 → 李桂芬收到；别的网格的人不行。"""
    said = await longjiang.say("段家荣", "加分 6栋1单元302 李桂芬 楼道清理 2")
    assert [line.split(":")[0] for line in said] == ["段家荣", "李桂芬"]
    (refused,) = await longjiang.say("段家荣", "加分 2栋1单元301 马丽 楼道清理 2")
    assert "不是您负责的网格" in refused


async def test_the_barber_takes_a_voucher_and_the_school_lends_its_room(longjiang: Community) -> None:
    """李桂芬兑换理发券：理发店核销，学校的人核销不了；多媒体教室约周六；会议室的券由出借的物业核销。"""
    await earn(longjiang, "李桂芬", 30)
    code = await exchanged(longjiang, "李桂芬", "兑换 理发券")
    (refused,) = await longjiang.say("田学文", f"核销 {code}")
    assert "现在不能核销" in refused
    assert "核销好了" in (await longjiang.say("陆海燕", f"核销 {code[:4]} {code[4:]}"))[0]
    await exchanged(longjiang, "李桂芬", "兑换 多媒体教室")
    (booked,) = await longjiang.say("李桂芬", "周六14点到16点")
    assert booked.startswith("李桂芬: 约好了：多媒体教室（龙江小学一楼） 11月28日（周六）14:00到16:00")
    room = await exchanged(longjiang, "李桂芬", "兑换 会议室")
    assert "约好了：会议室" in (await longjiang.say("李桂芬", "周五14点到16点"))[0]
    assert "核销好了" in (await longjiang.say("周卫东", f"核销 {room}"))[0]


async def test_its_teams_are_led_by_people_who_may_announce(longjiang: Community) -> None:
    """志愿队 → 1 个中心、3 个站、21 支队、1000 人；队长李四发布平安巡逻，李桂芬报上，王五排队。"""
    (teams,) = await longjiang.say("李桂芬", "志愿队")
    assert "社区志愿者指导中心：3 个站、21 支队、1000 人次在队" in teams
    (preview,) = await longjiang.say("李四", "发布活动 晚间巡逻 时间 今晚7点到9点 地点 北门 名额 1")
    assert "队伍：平安巡逻队" in preview
    assert "站点：龙江志愿服务一站" in preview
    await longjiang.say("李四", "是")
    assert "公共秩序与安全 · 龙江志愿服务一站" in (await longjiang.say("李桂芬", "活动"))[0]
    await longjiang.say("李桂芬", "加入 平安巡逻队")
    mine, captain = await longjiang.say("李桂芬", "是")
    assert "欢迎加入平安巡逻队" in mine
    assert captain.startswith("李四: 李桂芬 加入了平安巡逻队")
    assert "报上了：1 晚间巡逻" in (await longjiang.say("李桂芬", "报名 1"))[0]
    assert "排在第 1 位" in (await longjiang.say("王五", "报名 1"))[0]
    await _served_and_spent(longjiang)


async def _served_and_spent(longjiang: Community) -> None:
    """签到一次就得 1 分 → 换券 → 理发店核销 → 账对得上。"""
    await until(longjiang, 23, 19)
    activity = await longjiang.app.store.answer(ActivityAt(1))
    assert activity
    assert "签到" in (await longjiang.say("李桂芬", f"签到 {activity.in_code}"))[0]
    await until(longjiang, 24, 9)
    assert "可换 1 分" in (await longjiang.say("李桂芬", "积分"))[0]
    await earn(longjiang, "李桂芬", 7)
    code = await exchanged(longjiang, "李桂芬", "兑换 理发券")
    assert "可换 0 分" in (await longjiang.say("李桂芬", "积分"))[0]
    assert "核销好了" in (await longjiang.say("陆海燕", f"核销 {code}"))[0]
    assert await longjiang.proof() == ()


async def test_its_partners_help_and_lend(longjiang: Community) -> None:
    """合伙人 → 6、5、5、8；求助 → 尹正平认领；预约 会议室 → 周卫东，同一时间王五要另选；项目 → 尹正平认领，办结。"""
    (shown,) = await longjiang.say("李桂芬", "合伙人")
    for title in ("公共单位（6）", "物业（5）", "爱心企业（5）", "自治组织（8）", "能人（3）"):
        assert title in shown
    _, card = await longjiang.say("李桂芬", "求助 法律咨询")
    assert card.startswith("尹正平: 【求助】P1")
    _, asked = await longjiang.say("李桂芬", "预约 会议室 周五14点到16点")
    assert asked.startswith("周卫东: 【预约】P2")
    assert "那时已经有人约了" in (await longjiang.say("王五", "预约 会议室 周五15点到17点"))[0]
    await longjiang.say("王五", "算了")
    await longjiang.app.store.post(Unit(None, await project(longjiang.app.store, "2", "晚间巡逻缺人", issue=False)))
    assert "由您接手了" in (await longjiang.say("尹正平", "认领 P3"))[0]
    await longjiang.say("尹正平", "申报 完成项目 P3")
    assert "办结" in (await longjiang.say("段家荣", "P3 属实"))[0]
    assert await longjiang.proof() == ()


async def test_a_mediation_closes_a_deduction(longjiang: Community) -> None:
    """张三扣分还没生效，李桂芬申请调解 → 愿意 → 谈成 → 两位监督员属实 → 撤销，不扣分。"""
    await longjiang.say("段家荣", "扣分 3栋2单元501 张三 噪音扰民 2 备注 半夜装修")
    await longjiang.say("李桂芬", "调解 3栋2单元501半夜装修")
    await longjiang.say("张三", "是")
    assert "P1" in (await longjiang.say("段家荣", "认领 P1"))[0]
    store = longjiang.app.store
    dispute = await store.answer(MatterAt("P1"))
    assert dispute
    more = await voiding(store, dispute, "L1")
    assert more
    today = civil(longjiang.clock.now())
    ended = await outcome(store, longjiang.app.rules, dispute, today, settled=True)
    await store.post(Unit(None, (*ended, *more)))
    (asked,) = await store.answer(OpenMatters(sort=VOIDING))
    for name in ("罗琼", "何勇"):
        await longjiang.say(name, "待办")
        said = await longjiang.say(name, f"{asked.code} 属实")
    assert "L1 已经撤销，不会扣分" in said[0]
    assert "信用分 100" in (await longjiang.say("张三", "积分"))[0]
    assert await longjiang.proof() == ()
