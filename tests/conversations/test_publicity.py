"""Notices by hand, credit tips and the monthly word on how to report."""

import json

from domain.calendar import PUBLISHING, PauseJob
from domain.enrolment import EnrolGrid
from domain.publicity.tips import choose
from domain.rules.tips import Tip
from tests.conversations.conftest import Community
from tests.conversations.planted import post


async def test_a_notice_is_read_once_before_it_goes_out(community: Community) -> None:
    """段家荣：通知 明天停水 → 先看；是 → 发到二网格群；不是 → 没有发。"""
    (preview,) = await community.say("段家荣", "通知 明天停水")
    assert preview == "段家荣: 会发到二网格的群：\n【通知】明天停水\n发吗？回复“是”或“不是”。"
    assert sorted(await community.say("段家荣", "是")) == ["段家荣: 已经发到二网格的群。", "群: 【通知】明天停水"]
    await community.say("段家荣", "通知 周六消杀")
    assert await community.say("段家荣", "不是") == ["段家荣: 好的，没有发。"]


async def test_no_notice_leaves_while_publishing_is_paused(community: Community) -> None:
    """暂停发布 → 通知说没有发出去，看过再暂停也一样；恢复以后照发。"""
    await community.say("段家荣", "通知 明天停水")
    await post(community, PauseJob(PUBLISHING, paused=True))
    assert "这一条没有发出去" in (await community.say("段家荣", "是"))[0]
    (refused,) = await community.say("段家荣", "通知 明天停水")
    assert "暂停发布" in refused
    await post(community, PauseJob(PUBLISHING, paused=False))
    await community.say("段家荣", "通知 明天停水")
    assert "群: 【通知】明天停水" in await community.say("段家荣", "是")


async def test_a_notice_with_a_phone_number_is_refused(community: Community) -> None:
    """通知里有手机号 → 请去掉；居民不能发通知。"""
    assert "请去掉再发" in (await community.say("段家荣", "通知 联系王师傅 13812345678"))[0]
    assert "工作人员" in (await community.say("李桂芬", "通知 明天停水"))[0]


async def test_every_week_brings_another_tip(community: Community) -> None:
    """每周三晚上一条小贴士，四个月内不重复；订阅的人私下也收到。"""
    await community.say("李桂芬", "订阅小贴士")
    said: list[str] = []
    for _ in range(6):
        turned = await community.stage.turn({"step": "next_tip"})
        tips = [one for one in turned["sent"] if "【信用小贴士】" in one["text"]]
        assert {one["chat"]["scene"] for one in tips} == {"group", "private"}
        said += [one["text"] for one in tips if one["chat"]["scene"] == "group"]
    assert len(set(said)) == 6


async def test_on_the_sixth_the_group_reads_how_to_report(community: Community) -> None:
    """每月 6 日晚上，群里说怎么悄悄举报，写着本网格的电话和意见箱；网格员收到可以发朋友圈的文字。"""
    facts = {"hotline": "0871-60000002", "report_address": "警务室旁意见箱"}
    await post(community, EnrolGrid("二网格", "二网格", json.dumps(facts)))
    turned = await community.stage.turn({"to": "2026-12-06T19:30:00+08:00"})
    texts = [one["text"] for one in turned["sent"]]
    assert any("不保存您的微信号" in text and "仍知道您给我发过消息" in text for text in texts)
    assert any("投警务室旁意见箱，打 0871-60000002，或者打 12345" in text for text in texts)
    assert any("朋友圈" in text for text in texts)


def test_a_tip_on_the_main_issue_comes_first() -> None:
    tips = (Tip("X1", "权利", "甲"), Tip("X2", "养犬", "乙"), Tip("X3", "养犬", "丙", (6,)), Tip("X4", "消防", "丁"))
    assert choose(tips, 6, (), ("文明养犬", "电动车与消防安全"), "w") == tips[2]
    assert choose(tips, 1, ("X2",), ("文明养犬", "电动车与消防安全"), "w") == tips[3]
    assert choose(tips, 1, ("X1", "X2", "X4"), (), "w") is None
