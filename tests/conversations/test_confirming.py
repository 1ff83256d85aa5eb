"""群发待确认: a customer group's post waits for its owner; what the platform will not take is pasted."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.app import opened
from bot.channels.simulator.channel import SimulatorChannel
from bot.channels.simulator.people import People
from bot.channels.simulator.pictures import Pictures
from bot.channels.simulator.timeline import Timeline
from bot.channels.wecom_groupmsg.account import Account
from bot.channels.wecom_groupmsg.channel import build
from bot.clock import SetClock
from bot.config import Config, DatabaseSettings, DataSettings
from bot.dispatch.greeting import Greeter
from bot.web.simulator.stage import Stage
from domain.channel import Channel
from domain.decision import Unit
from domain.desk import UnbindRoom
from domain.enrolment import BindRoom
from domain.happenings import Happening, TaskEnded
from domain.matters.matter import Matter, MatterAt
from tests.channels.wecom import WeCom, running, until
from tests.conversations.conftest import START, Community

ROOM, TITLE = "wrOgQhDgAA", "二网格邻里群"


@dataclass(slots=True)
class Grid:
    """二网格, whose residents' group is a customer group, and the platform."""

    community: Community
    wecom: WeCom
    greeter: Greeter
    told: list[Happening]

    async def announced(self, text: str = "明天上午 6 栋停水") -> list[str]:
        await self.community.say("段家荣", f"通知 {text}")
        return await self.community.say("段家荣", "是")

    async def tasks(self) -> list[dict[str, Any]]:
        return list((await self.wecom.see("groupmsg/seen"))["tasks"])

    async def owner_confirms(self, **how: bool) -> None:
        """The owner presses the button, and the bot learns of it."""
        (task, *_) = await self.tasks()
        await self.wecom.do("groupmsg/confirm", msgid=task["msgid"], **how)
        await until(lambda: any(isinstance(one, TaskEnded) for one in self.told))
        for one in self.told:
            await self.greeter.deal("customers", one)
        await self.community.app.idle()

    async def matter(self, code: str = "F1") -> Matter:
        found = await self.community.app.store.answer(MatterAt(code))
        assert found
        return found


@pytest.fixture
async def grid(tmp_path: Path, database_url: str, stand_in: WeCom) -> AsyncIterator[Grid]:
    await stand_in.clear()
    await stand_in.do("groupmsg/group", chat_id=ROOM, owner="duan", name=TITLE)
    clock, told = SetClock(START, still=True), list[Happening]()
    config = Config(database=DatabaseSettings(database_url), data=DataSettings(str(tmp_path)))
    channel = SimulatorChannel(People(tmp_path), Timeline(tmp_path), "网格小信", clock.now, Pictures(tmp_path))
    company = Account("wwfakecorp0000001", "FAKEKFSECRET", str(tmp_path / "tasks"), stand_in.url)
    customers = build(company, "customers", clock.now, told.append, look=0.02)
    doors: dict[str, Channel] = {channel.name: channel, "customers": customers}
    async with running(customers) as side, opened(config, clock, doors) as app:
        await side.becomes("online")
        channel.listen(app.dispatcher.receive)
        await app.dispatcher.prepare()
        community = Community(Stage(app, channel, clock), app, channel, clock, {})
        await community.enter("段家荣", "grid_worker")
        await community.enter("白云", "secretary")
        rooms = (UnbindRoom("simulator", "二网格"), BindRoom("customers", ROOM, "grid", "二网格"))
        await app.store.post(Unit(None, rooms, at=1))
        yield Grid(community, stand_in, Greeter(app.store, app.delivery, clock.now, app.dispatcher.hearing), told)


async def test_a_notice_waits_for_the_owner_and_notes_its_day_by_itself(grid: Grid) -> None:
    """通知 → 是 → 段家荣收到【群发待确认】F1；群主点确认 → 自己记上，“今日”里没有了；再说已发出 → 早就办结了。"""
    card = next(line for line in await grid.announced() if "【群发待确认】F1" in line)
    assert TITLE in card
    assert ROOM not in card
    (task,) = await grid.tasks()
    assert task["text"].endswith("明天上午 6 栋停水")
    assert f"F1 转发稿 请群主确认，发到“{TITLE}”" in (await grid.community.say("段家荣", "今日"))[0]
    await grid.owner_confirms()
    assert ((await grid.matter()).state, (await grid.matter()).closed_at) == ("posted", int(START.timestamp() * 1000))
    assert "F1" not in (await grid.community.say("段家荣", "今日"))[0]
    assert "就办结了" in (await grid.community.say("段家荣", "已发出 F1"))[0]
    await grid.greeter.deal("customers", TaskEnded(task["msgid"], posted=True))
    assert len((await grid.matter()).steps) == 2
    await grid.community.app.delivery.recover()
    await grid.community.app.idle()
    assert len(await grid.tasks()) == 1


async def test_the_second_of_a_day_and_what_is_too_long_are_pasted(grid: Grid) -> None:
    """同一天第二条 → 转发稿 F2，原文交给段家荣贴，不压到明天。"""
    await grid.announced()
    said = await grid.announced("周六上午九点清扫楼道，请大家参加")
    assert any("【转发稿】F2" in line and f"贴到“{TITLE}”" in line for line in said)
    assert any(line.startswith("段家荣: ") and line.endswith("周六上午九点清扫楼道，请大家参加") for line in said)
    assert len(await grid.tasks()) == 1
    assert (await grid.matter("F2")).state == "to_paste"


async def test_an_owner_who_never_confirms_is_asked_for_and_let_go(grid: Grid) -> None:
    """没点确认：第二天早上问网格员，第四天告诉书记，两周以后收起来。"""
    await grid.announced()
    told = []
    for _ in range(16):
        told += grid.community.as_lines((await grid.community.stage.turn({"step": "days:1"}))["sent"])
    assert [line.split(":")[0] for line in told if "F1 还没有发出去" in line] == ["段家荣"]
    assert [line.split(":")[0] for line in told if "F1 三天没有发出去" in line] == ["白云"]
    assert (await grid.matter()).state == "missed"


async def test_a_group_that_had_its_message_today_gets_it_pasted(grid: Grid) -> None:
    """群里今天收过别的群发 → 平台不发，改成转发稿，原文交给段家荣。"""
    await grid.announced()
    await grid.owner_confirms(other=True)
    assert (await grid.matter()).state == "to_paste"
    shown = [one["text"] for one in grid.community.stage.timeline.since(0) if one["from"] == "bot"]
    assert any("【转发稿】F1" in text for text in shown[-2:])
    assert shown[-1].endswith("明天上午 6 栋停水")
    assert "记下了：F1" in (await grid.community.say("段家荣", "已发出"))[0]
