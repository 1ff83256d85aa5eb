"""Two quarters clicked through in the simulator with the staff on duty: everything once, in its own chats."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.app import App, opened
from bot.channels.simulator.channel import SimulatorChannel
from bot.channels.simulator.people import People
from bot.channels.simulator.pictures import Pictures
from bot.channels.simulator.timeline import Shown, Timeline, chat_id
from bot.clock import SHANGHAI, SetClock
from bot.config import Config, DataSettings
from bot.rules.loader import load_rules
from bot.web.simulator.stage import Stage
from domain.boards.states import assessed
from domain.calendar import period_key
from domain.decision import Unit
from domain.proof import BookProof
from publishing.fonts import NoFont, find
from scheduler.discovery import discover_jobs
from scheduler.triggers import due_between
from storage.database import open_database, sqlite_url
from tests.conversations.conftest import Community
from tests.conversations.planted import planted
from tests.conversations.street import at

RULES = load_rules(None)
START = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)
END = datetime(2027, 4, 12, 10, tzinfo=SHANGHAI)
GROUPS = {"group:一网格", "group:二网格"}
PEOPLE = (
    ("李桂芬", "resident", "一网格"),
    ("张三", "resident", "二网格"),
    ("王建国", "grid_worker", "一网格"),
    ("段家荣", "grid_worker", "二网格"),
    ("罗琼", "supervisor", "一网格"),
    ("白云", "secretary", "一网格"),
)


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[App]:
    clock = SetClock(START, still=True)
    channel = SimulatorChannel(People(tmp_path), Timeline(tmp_path), "网格小信", clock.now, Pictures(tmp_path))
    async with opened(Config(data=DataSettings(str(tmp_path))), clock, {channel.name: channel}, hurried=True) as made:
        channel.listen(made.dispatcher.receive)
        # Boards may name and show a picture only once the impact assessment is filed (product.md section 6 B).
        await made.store.post(Unit(None, (assessed(START),)))
        yield made


async def clicked_through(app: App) -> list[Shown]:
    """What the bot said in groups while somebody clicked from button to button."""
    channel, clock = app.channels["simulator"], app.clock
    assert isinstance(channel, SimulatorChannel)
    assert isinstance(clock, SetClock)
    stage = Stage(app, channel, clock)
    ids = {name: await stage.enter({"name": name, "role": role, "grid": grid}) for name, role, grid in PEOPLE}
    await stage.say({"from": ids["段家荣"], "scene": "private", "text": "扣分 张三 飞线充电 备注 已口头提醒"})
    for day in (16, 17, 18):
        await planted(Community(stage, app, channel, clock, ids), "张三", "RN09", at(11, day))
    sent: list[Shown] = []
    for step in ("next_tip", "start_of_next_month", "start_of_next_quarter", "days:11", "start_of_next_quarter"):
        sent += (await stage.turn({"step": step, "staff": "auto"}))["sent"]
    sent += (await stage.turn({"to": END.isoformat(), "staff": "auto"}))["sent"]
    assert (await stage.turn({"to": END.isoformat(), "staff": "auto"}))["sent"] == []
    return [shown for shown in sent if shown["chat"]["scene"] == "group" and chat_id(shown) != "group:staff"]


def can_draw() -> bool:
    """Whether this machine has a font with Chinese characters."""
    try:
        find()
    except NoFont:
        return False
    return True


def posted(said: list[Shown], words: str) -> Counter[str]:
    """In which group such a post was said how often."""
    return Counter(chat_id(shown) for shown in said if words in shown["text"])


async def test_two_quarters_say_everything_once(app: App, tmp_path: Path) -> None:
    """每周小贴士、每月通报和怎么举报、每季红黑榜带图、年底评优：每个群每期一次；每个任务每期结清一次。"""
    said = await clicked_through(app)
    tips = next(job for job in discover_jobs() if job.name == "credit_tip")
    weeks = len(due_between(tips.times(RULES), START, END))
    assert posted(said, "【信用小贴士】") == dict.fromkeys(GROUPS, weeks)
    for month in ("2026 年 11 月", "2026 年 12 月", "2027 年 1 月", "2027 年 2 月", "2027 年 3 月"):
        assert posted(said, f"{month} 一网格 月度通报") == {"group:一网格": 1}
        assert posted(said, f"{month} 二网格 月度通报") == {"group:二网格": 1}
    assert posted(said, "举报 地点 什么事") == dict.fromkeys(GROUPS, 5)
    for board in ("B2026Q4", "B2027Q1"):
        assert posted(said, f"{board}\n") == dict.fromkeys(GROUPS, 1)
        # Without a font the text goes alone.
        pictured = [one for one in said if one.get("image")]
        assert posted(pictured, f"{board}\n") == dict.fromkeys(GROUPS if can_draw() else (), 1)
    assert posted(said, "可公示 3 起 = 上榜 3，已整改 0") == dict.fromkeys(GROUPS, 1)
    assert posted(said, "（只列数字）") == {}
    for award in ("开始提名", "今天截止"):
        assert posted(said, award) == dict.fromkeys(GROUPS, 1)
    assert posted(said, "还在审核") == {}
    assert await settled_once(tmp_path) == []
    assert (await app.store.answer(BookProof())).broken == ()


async def settled_once(folder: Path) -> list[str]:
    """The periods of all jobs that are not settled exactly once, or left messages behind."""
    database = open_database(sqlite_url(folder / "gridbot.db"))
    async with database.reader.connect() as connection:
        marks = Counter(str(row[0]) for row in await connection.execute(text("SELECT key FROM job_run")))
        left = [
            str(row[0]) for row in await connection.execute(text("SELECT target FROM outbox WHERE state <> 'sent'"))
        ]
    await database.close()
    expected = {
        f"{job.name}|{period_key(job.period, due)}|!done"
        for job in discover_jobs()
        for due in due_between(job.times(RULES), START - job.window if job.owed_at_start else START, END)
    }
    done = {key for key in marks if key.endswith("|!done")}
    wrong = [key for key, count in marks.items() if count != 1 or key.endswith("|!missed")]
    return [*wrong, *(done ^ expected), *left]
