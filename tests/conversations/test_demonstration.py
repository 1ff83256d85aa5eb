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
from domain.members import AccountRef, SenderOf
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
    """志愿队 → 1 个中心、3 个站、21 支队、1000 人；队长李四发布平安巡逻，成员李桂芬加入、报名。"""
    (teams,) = await longjiang.say("李桂芬", "志愿队")
    assert "社区志愿者指导中心：3 个站、21 支队、1000 人次在队" in teams
    (preview,) = await longjiang.say("李四", "发布活动 晚间巡逻 时间 今晚7点到9点 地点 北门 名额 12")
    assert "队伍：平安巡逻队" in preview
    assert "站点：龙江志愿服务一站" in preview
    await longjiang.say("李四", "是")
    assert "公共秩序与安全 · 龙江志愿服务一站" in (await longjiang.say("李桂芬", "活动"))[0]
    await longjiang.say("李桂芬", "加入 平安巡逻队")
    mine, captain = await longjiang.say("李桂芬", "是")
    assert "欢迎加入平安巡逻队" in mine
    assert captain.startswith("李四: 李桂芬 加入了平安巡逻队")
    assert "报上了：1 晚间巡逻" in (await longjiang.say("李桂芬", "报名 1"))[0]


async def test_its_partners_help_and_lend(longjiang: Community) -> None:
    """合伙人 → 6、5、5、8；求助 法律咨询 → 尹正平；预约 会议室 → 周卫东。"""
    (shown,) = await longjiang.say("李桂芬", "合伙人")
    for title in ("公共单位（6）", "物业（5）", "爱心企业（5）", "自治组织（8）", "能人（3）"):
        assert title in shown
    _, card = await longjiang.say("李桂芬", "求助 法律咨询")
    assert card.startswith("尹正平: 【求助】P1")
    _, asked = await longjiang.say("李桂芬", "预约 会议室 周五14点到16点")
    assert asked.startswith("周卫东: 【预约】P2")
