"""转发稿: a group that only people write to gets its posts by hand."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import opened
from bot.channels.manual.channel import ManualChannel
from bot.channels.simulator.channel import SimulatorChannel
from bot.channels.simulator.people import People
from bot.channels.simulator.pictures import Pictures
from bot.channels.simulator.timeline import Timeline
from bot.clock import SetClock
from bot.config import Config, DatabaseSettings, DataSettings
from bot.web.simulator.stage import Stage
from domain.decision import Unit
from domain.desk import UnbindRoom
from domain.enrolment import BindRoom
from domain.matters.matter import MatterAt
from tests.conversations.conftest import START, Community

ROOM = "二网格邻里群"


@pytest.fixture
async def community(tmp_path: Path, database_url: str) -> AsyncIterator[Community]:
    """二网格, whose residents' group is a personal one that nobody but people can write to."""
    clock = SetClock(START, still=True)
    config = Config(database=DatabaseSettings(database_url), data=DataSettings(str(tmp_path)))
    channel = SimulatorChannel(People(tmp_path), Timeline(tmp_path), "网格小信", clock.now, Pictures(tmp_path))
    manual = ManualChannel("paste", clock.now)
    async with opened(config, clock, {channel.name: channel, manual.name: manual}) as app:
        channel.listen(app.dispatcher.receive)
        made = Community(Stage(app, channel, clock), app, channel, clock, {})
        for name, role in (("李桂芬", "resident"), ("段家荣", "grid_worker"), ("白云", "secretary")):
            await made.enter(name, role)
        await made.enter("周敏", "grid_worker", "三网格")
        rooms = (UnbindRoom("simulator", "二网格"), BindRoom("paste", ROOM, "grid", "二网格"))
        await app.store.post(Unit(None, rooms, at=1))
        yield made


async def _announced(community: Community, text: str = "明天上午 6 栋停水") -> list[str]:
    await community.say("段家荣", f"通知 {text}")
    return await community.say("段家荣", "是")


async def test_a_notice_is_handed_to_the_worker_who_says_when_it_was_pasted(community: Community) -> None:
    """通知 → 是 → 段家荣收到【转发稿】F1 和原文；已发出 → 记下日期；再说一次 → 早就办结了。"""
    said = await _announced(community)
    card = next(line for line in said if "【转发稿】F1" in line)
    assert f"贴到“{ROOM}”" in card
    text = said[said.index(card) + 1]
    assert text.startswith("段家荣: ")
    assert "明天上午 6 栋停水" in text
    assert "F1" not in text
    assert all(line.startswith("段家荣: ") for line in said)
    assert await community.say("段家荣", "已发出") == [f"段家荣: 记下了：F1 已在 11月23日 贴到“{ROOM}”，辛苦了。"]
    paste = await community.app.store.answer(MatterAt("F1"))
    assert paste
    assert (paste.state, paste.closed_at) == ("posted", int(START.timestamp() * 1000))
    assert [(step.act, step.role) for step in paste.steps] == [("handed_over", "system"), ("posted", "grid_worker")]
    assert "11月23日 就办结了" in (await community.say("段家荣", "已发出 F1"))[0]
    assert await community.say("段家荣", "已发出") == ["段家荣: 现在没有等您粘贴的转发稿。"]


async def test_the_quoted_text_or_card_tells_which_one(community: Community) -> None:
    """两份都没贴：光说已发出 → 哪一份？；引用原文、引用卡片都行；1 属实 也行。"""
    await _announced(community)
    await _announced(community, "周六上午九点清扫楼道，请大家参加")
    (which,) = await community.say("段家荣", "已发出")
    assert "不止一份" in which
    assert "F1" in which
    assert "F2" in which
    shown = list(community.stage.timeline.since(0))
    text = next(
        one for one in shown if one["from"] == "bot" and one["text"].endswith("周六上午九点清扫楼道，请大家参加")
    )
    assert "记下了：F2" in (await community.say("段家荣", "已发出", quote=text["id"]))[0]
    (today,) = await community.say("段家荣", "今日")
    assert f"1. F1 转发稿 贴到“{ROOM}”：" in today
    assert "F1 还留在“今日”里" in (await community.say("段家荣", "1 不属实 还没贴"))[0]
    card = next(one for one in shown if "【转发稿】F1" in one.get("text", ""))
    assert "记下了：F1" in (await community.say("段家荣", "已发出", quote=card["id"]))[0]


async def test_nobody_else_can_say_so(community: Community) -> None:
    """别的网格的网格员、居民说已发出 → 什么都没有改；书记可以。"""
    await _announced(community)
    (other,) = await community.say("周敏", "已发出 F1")
    assert "没有找到等您粘贴的 F1" in other
    assert await community.say("周敏", "已发出") == ["周敏: 现在没有等您粘贴的转发稿。"]
    (resident,) = await community.say("李桂芬", "已发出 F1")
    assert "F1" not in resident
    assert (await community.say("段家荣", "已发出 F9"))[0].startswith("段家荣: 没有找到等您粘贴的 F9")
    assert "记下了：F1" in (await community.say("白云", "已发出"))[0]


async def test_what_is_forgotten_is_asked_for_again_and_let_go_in_the_end(community: Community) -> None:
    """第二天早上问一次，第四天告诉书记，两周以后收起来。"""
    await _announced(community)
    told = []
    for _ in range(16):
        told += community.as_lines((await community.stage.turn({"step": "days:1"}))["sent"])
    asked = [line for line in told if "转发稿 F1 贴了吗" in line]
    assert [line.split(":")[0] for line in asked] == ["段家荣"]
    assert [line.split(":")[0] for line in told if "转发稿 F1 三天没有发出去" in line] == ["白云"]
    paste = await community.app.store.answer(MatterAt("F1"))
    assert paste
    assert paste.state == "missed"
    assert await community.proof() == ()


async def test_a_restart_hands_nothing_over_twice(community: Community) -> None:
    await _announced(community)
    await community.app.delivery.recover()
    await community.app.idle()
    shown = [one for one in community.stage.timeline.since(0) if "【转发稿】" in one.get("text", "")]
    assert len(shown) == 1
