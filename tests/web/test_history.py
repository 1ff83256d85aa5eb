"""The demonstration's history: played once through the whole bot, and closed when the demonstration starts."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.app import App
from bot.channels.simulator.hands import Hands
from bot.clock import SHANGHAI, SetClock
from bot.config import Config, DataSettings, WebSettings
from bot.demonstration import history, script
from bot.demonstration.history import make_history
from bot.operating.verifying import proof_of
from bot.running import simulator
from domain.matters.matter import MattersSince, OpenMatters
from domain.members import FindSubjects
from domain.outbox import NextOwed
from domain.standing import StandingOf
from domain.tips.queries import TipsToHandOver

NOW = datetime(2026, 11, 21, 15, 30, tzinfo=SHANGHAI)
START = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)


def config(folder: Path) -> Config:
    return Config(data=DataSettings(str(folder)), web=WebSettings(0))


@pytest.fixture(scope="module")
def told() -> list[str]:
    """What the person who started it read."""
    return []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, told: list[str]) -> Path:
    """Data in which the history was made."""
    made = tmp_path_factory.mktemp("longjiang")
    asyncio.run(make_history(config(made), NOW, told.append))
    return made


@pytest.fixture
async def app(folder: Path) -> AsyncIterator[App]:
    async with simulator(config(folder), SetClock(NOW, still=True), still=True, demonstration=True) as serving:
        yield serving.app


def messages(folder: Path) -> list[dict[str, str]]:
    text = (folder / "simulator" / "messages.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


async def test_it_starts_on_a_weekday_at_ten_and_nothing_waits_for_anybody(app: App) -> None:
    assert app.clock.now() == START
    waiting = {(one.sort, one.state, one.holder.role) for one in await app.store.answer(OpenMatters())}
    assert waiting == {("pledge", "signed", None), ("board", "published", None)}
    assert await app.store.answer(TipsToHandOver()) == ()
    assert await app.store.answer(NextOwed(0)) is None


async def test_its_book_holds(folder: Path) -> None:
    proof = await proof_of(config(folder))
    assert proof.broken == ()
    assert proof.entries > 50


async def test_people_stand_differently(app: App) -> None:
    found = {}
    for name in ("李桂芬", "马丽", "王五", "老王烧烤", "老钱五金店", "朱琳", "高源"):
        (subject,) = await app.store.answer(FindSubjects(name))
        found[name] = (await app.store.answer(StandingOf(subject.id))).credit
    assert len(set(found.values())) >= 5
    assert found["李桂芬"] >= 20
    assert found["王五"] < 0


async def test_every_kind_of_thing_has_happened(app: App) -> None:
    """申报、提醒改好、两人月结、修复、季度榜，求助、调解、预约、接龙，都办完了。"""
    sorts = ("deed", "finding", "settlement", "repair", "board", "help", "dispute", "booking", "drive")
    states = {sort: Counter(one.state for one in await app.store.answer(MattersSince(sort, 0))) for sort in sorts}
    assert states["deed"]["confirmed"] >= 6
    assert states["finding"]["corrected"] >= 3
    assert states["finding"]["effective"] >= 2
    assert states["finding"]["repaired"] == 1
    assert states["settlement"] == Counter(settled=3)
    assert states["board"] == Counter(published=1)
    assert states["help"] == Counter(done=2)
    assert states["dispute"] == Counter(done=1)
    assert states["booking"] == Counter(used=1)
    assert states["drive"] == Counter(over=1)


def test_chats_show_what_was_done_and_posted(folder: Path) -> None:
    """每周的小贴士、每月的通报、上季度的榜在三个群里；活动有时长，券核销过。"""
    said = messages(folder)
    by_bot = [one for one in said if one["from"] == "bot"]
    in_groups = Counter(one["text"].partition("】")[0] for one in by_bot if one["chat"]["scene"] == "group")  # type: ignore[index]
    assert in_groups["【信用小贴士"] >= 3 * 10
    assert in_groups["【红黑榜"] >= 3
    notices = [one["text"] for one in by_bot if " 月度通报：" in one["text"]]
    assert len(notices) == 9
    assert not any("还在审核" in text for text in notices)
    assert sum(one["text"].startswith("核销好了") for one in by_bot) == 2
    assert sum("签退好了" in one["text"] for one in by_bot) == 5
    assert not any("{" in one["text"] for one in said)
    open_list = [one for one in by_bot if "等人认领" in one["text"]]
    assert any(one["chat"] == {"scene": "group", "grid": "staff"} for one in open_list)  # type: ignore[comparison-overlap]
    assert sum("本网格已有" in one["text"] for one in by_bot if one["chat"]["scene"] == "group") >= 4  # type: ignore[index]


def test_nothing_of_the_script_goes_unheard(folder: Path) -> None:
    lost = (
        "您是不是",
        "没有听懂",
        "没有找到您的",
        "请把券码",
        "在的。",
        "没看懂",
        "没有等您回答",
        "只办一件",
        "还在等您",
        "没有换",
        "不用自己申报",
        "没有对上",
        "不在您手上",
        "没有找到您可以办的",
    )
    texts = [one["text"] for one in messages(folder) if one["from"] == "bot"]
    assert [text for text in texts if any(words in text for words in lost)] == []


async def test_a_restart_does_not_play_it_again(folder: Path, told: list[str]) -> None:
    assert told[0] == "正在准备演示社区… 0%"
    before, count = messages(folder), len(told)
    await make_history(config(folder), NOW + timedelta(days=40), told.append)
    assert len(told) == count
    assert messages(folder) == before
    assert Hands(folder / "simulator").read() is not None


async def test_what_was_cut_short_starts_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    short = [script.Line(START - timedelta(hours=hour), "张三", "私", "积分", "") for hour in range(20, 0, -1)]
    monkeypatch.setattr(history, "lines", lambda _: short)
    monkeypatch.setattr(history, "beginning", lambda start: start - timedelta(days=1))

    def cut(words: str) -> None:
        if "50" in words:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await make_history(config(tmp_path), NOW, cut)
    assert not (tmp_path / "gridbot.db").exists()
    await make_history(config(tmp_path), NOW, lambda _: None)
    assert sum(one["text"] == "积分" for one in messages(tmp_path)) == len(short)
    assert not (tmp_path / "demonstration.part").exists()


@pytest.mark.parametrize("moved", [0, 1, 2])
async def test_what_was_cut_short_while_it_moved_in_goes_on(tmp_path: Path, moved: int) -> None:
    part = tmp_path / "demonstration.part"
    for name in ("keys", "simulator"):
        (part / name).mkdir(parents=True)
    for name in ("gridbot.db", "whole"):
        (part / name).write_text("made")
    for name in ("keys", "simulator")[:moved]:
        (part / name).rename(tmp_path / name)
    await make_history(config(tmp_path), NOW, lambda _: None)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gridbot.db", "gridbot.db.lock", "keys", "simulator"]


@pytest.mark.parametrize(
    ("now", "start"),
    [
        ("2026-11-24T09:00", "2026-11-24"),
        ("2026-11-24T23:00", "2026-11-24"),
        ("2026-11-28T09:00", "2026-11-30"),
        ("2026-12-31T09:00", "2026-12-31"),
        ("2027-01-01T09:00", "2027-01-12"),
        ("2027-04-10T09:00", "2027-04-12"),
        ("2027-10-11T12:00", "2027-10-12"),
    ],
)
def test_it_starts_when_no_board_is_on_its_way(now: str, start: str) -> None:
    found = script.opening(datetime.fromisoformat(now).replace(tzinfo=SHANGHAI))
    assert found.isoformat() == f"{start}T10:00:00+08:00"


@pytest.mark.parametrize("start", ["2026-11-23", "2027-01-12", "2027-03-31", "2027-07-12"])
def test_all_of_the_script_lies_between_beginning_and_start(start: str) -> None:
    moment = datetime.fromisoformat(f"{start}T10:00:00+08:00")
    said = script.lines(moment)
    assert script.beginning(moment) <= said[0].at
    assert said[-1].at < moment


def test_a_line_that_cannot_be_read_stops_the_start() -> None:
    with pytest.raises(ValueError, match="李桂芬"):
        script.lines(START, "Q-1 9点 | 李桂芬 | 私 | 积分")
