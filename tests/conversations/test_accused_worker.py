"""Two communities live the same three days; in one of them somebody reports the worker, who must not notice."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.app import opened
from bot.channels.simulator.channel import SimulatorChannel
from bot.channels.simulator.people import People
from bot.channels.simulator.pictures import Pictures
from bot.channels.simulator.timeline import Timeline
from bot.clock import SetClock
from bot.config import Config, DatabaseSettings, DataSettings
from bot.web.simulator.stage import Stage
from storage.database import sqlite_url
from tests.conversations.conftest import START, Community
from tests.conversations.tips import staff

SEEN_BY = ("段家荣", "周敏")
ASKED = ("今日", "待办", "属实", "核实 TAAAAA 属实", "谁举报的我", "导出 本月台账", "查积分", "追问 TAAAAA 几点")


@asynccontextmanager
async def _community(folder: Path) -> AsyncIterator[Community]:
    folder.mkdir()
    clock = SetClock(START, still=True)
    channel = SimulatorChannel(People(folder), Timeline(folder), "网格小信", clock.now, Pictures(folder))
    config = Config(database=DatabaseSettings(sqlite_url(folder / "book.db")), data=DataSettings(str(folder)))
    async with opened(config, clock, {channel.name: channel}) as app:
        channel.listen(app.dispatcher.receive)
        made = Community(Stage(app, channel, clock), app, channel, clock, {})
        await made.enter("李桂芬", address="6栋1单元302")
        await made.enter("段家荣", "grid_worker")
        await staff(made)
        yield made


async def _three_days(community: Community, tip: str) -> list[tuple[str, str]]:
    """All that the worker and the property staff got to read, with its moment."""
    await community.say("李桂芬", tip)
    if tip.startswith("举报"):
        await community.say("李桂芬", "是")
    for _ in range(3):
        await community.stage.turn({"step": "days:1"})
        for name in SEEN_BY:
            for text in ASKED:
                await community.say(name, text)
    people = {community.ids[name] for name in SEEN_BY}
    shown = [one for one in community.stage.timeline.since(0) if one["chat"].get("person") in people]
    return [(str(one["at"]), str(one["text"])) for one in shown]


async def test_the_accused_reads_the_same_with_and_without_the_case(tmp_path: Path) -> None:
    """李桂芬举报段家荣，或者只问了一句你好：三天里段家荣和周敏看到的，一个字、一秒钟都不差。"""
    seen = []
    for number, tip in enumerate(("举报 网格员段家荣收了别人的礼，请回避", "你好")):
        async with _community(tmp_path / str(number)) as community:
            seen.append(await _three_days(community, tip))
            guarded = [one for one in community.stage.timeline.since(0) if "【举报核实】" in one["text"]]
            assert {one["chat"].get("person") for one in guarded} == ({community.ids["罗琼"]} if not number else set())
    assert seen[0] == seen[1]
    assert len(seen[0]) > 3 * len(ASKED) * len(SEEN_BY)


async def test_a_tip_about_somebody_else_is_seen(tmp_path: Path) -> None:
    """同样的比法，换成举报别人：段家荣看到的就不一样，说明比得出来。"""
    seen = []
    for number, tip in enumerate(("举报 楼道堆满纸箱", "你好")):
        async with _community(tmp_path / str(number)) as community:
            seen.append(await _three_days(community, tip))
    assert seen[0] != seen[1]
