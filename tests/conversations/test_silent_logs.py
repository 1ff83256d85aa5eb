"""Canaries: whatever people say or are called, no log line tells it."""

import logging
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from bot.dispatch.limits import Pace
from bot.understanding.discovery import discover
from domain.channel import ChannelDown, SendRefused
from storage.store import Store
from tests.conversations.conftest import BOT, Community

NAMES = tuple(f"黄莺{sign}" for sign in "鹂鹮鸲鸫鹀鹟鹡鹨鹎鹇")
TEXTS = tuple(f"芦笛曲{sign}七" for sign in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰")
IDS = tuple(f"kanari-{number:03}-wecom" for number in range(7))
PLACES = tuple(f"{number}栋7单元971{number % 10}" for number in (901, 902, 903, 904))
ROOMS = tuple(f"金丝{sign}网格" for sign in "鸟雀笼羽")
CANARIES = (*NAMES, *TEXTS, *IDS, *PLACES, *ROOMS)
WRITTEN = {*CANARIES, *(ascii(canary).strip("'") for canary in CANARIES)}
COMMANDS = tuple(example for command in discover() for example in command.examples)
OURS = ("bot", "handlers", "scheduler", "storage", "domain")
LIBRARIES = ("aiohttp", "aiosqlite", "alembic", "apscheduler", "asyncio", "asyncpg", "sqlalchemy")


class Ear(logging.Handler):
    """Keeps every record as a file would have it, traces and arguments included."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []
        self.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{self.format(record)} {record.args!r}")

    def heard(self) -> list[str]:
        return [line for line in self.lines if any(canary in line for canary in WRITTEN)]


@pytest.fixture
def ear() -> Iterator[Ear]:
    """Our own loggers at DEBUG, everybody else's at INFO."""
    made, root = Ear(), logging.getLogger()
    wanted = {"": logging.INFO, **dict.fromkeys(OURS, logging.DEBUG), **dict.fromkeys(LIBRARIES, logging.INFO)}
    before = {name: logging.getLogger(name).level for name in wanted}
    root.addHandler(made)
    for name, level in wanted.items():
        logging.getLogger(name).setLevel(level)
    yield made
    root.removeHandler(made)
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


async def settle(community: Community) -> None:
    """People of four grids whose names, addresses and rooms are canaries; nobody is too fast."""
    seconds = count(step=60)
    community.app.dispatcher._pace = Pace(lambda: float(next(seconds)))
    for number, name in enumerate(NAMES):
        role = "grid_worker" if number < 4 else "resident"
        await community.enter(name, role, ROOMS[number % 4], address=PLACES[number % 4] if number > 3 else "")


async def say(community: Community, name: str, text: str, number: int, **more: Any) -> None:
    body = {"from": community.ids[name], "text": text, "message_id": f"{IDS[number % 7]}-{number}", **more}
    await community.stage.say({"scene": "private", **body})
    community.pass_time(minutes=1)


def test_there_are_forty() -> None:
    assert len(set(CANARIES)) == 40


def test_the_ear_hears(ear: Ear) -> None:
    """没有这一条，下面的“没听见”就不算数。"""
    for number, canary in enumerate(CANARIES):
        logging.getLogger("bot.dispatch").debug("%s", canary)
        assert len(ear.heard()) == number + 1
    logging.getLogger("sqlalchemy").info("%a", NAMES[0])
    assert len(ear.heard()) == 41


async def test_no_command_is_told_to_the_log(ear: Ear, community: Community) -> None:
    """每个命令的每句例子，带上金丝雀的姓名、住址和内容，群里、私聊、工作人员各说一遍。"""
    await settle(community)
    for number, example in enumerate(COMMANDS):
        name, text = NAMES[number % 10], TEXTS[number % 15]
        await say(community, name, f"{example} {text}", number)
        await say(community, name, f"{BOT} {example} {NAMES[number % 7]} {text}", number + 1000, scene="group")
        await say(community, NAMES[number % 4], f"{example} {PLACES[number % 4]} {NAMES[-1]}", number + 2000)
    assert len(community.channel.timeline) > 4 * len(COMMANDS)
    assert ear.heard() == []


async def test_no_dialogue_is_told_to_the_log(ear: Ear, community: Community) -> None:
    """登记、引用、追问、看不懂、太长、同一条发两遍、过一个月：都不写进日志。"""
    await settle(community)
    for number, text in enumerate(TEXTS):
        worker, resident = NAMES[number % 4], NAMES[4 + number % 6]
        lines = (
            f"加分 {resident} 志愿服务 2 备注 {text}",
            f"加分 {text} {text} 2",
            "是",
            text,
            text * 1000,
            f"/{text}",
        )
        for place, line in enumerate(lines):
            await say(community, worker, line, number * 10 + place)
        await say(community, resident, text, number * 10, scene="group")
        last = next(iter(community.channel.timeline.since(len(community.channel.timeline) - 1)))
        if last["chat"] == {"scene": "private", "person": community.ids[worker]}:
            await say(community, worker, f"不属实 {text}", number * 10 + 9, quote=last["id"])
    await community.stage.turn({"step": "days:32"})
    assert ear.lines != []
    assert ear.heard() == []


@pytest.mark.parametrize("fault", [RuntimeError, SendRefused, ChannelDown])
async def test_no_fault_is_told_to_the_log(
    ear: Ear, community: Community, monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    """账本或渠道出错，错误里带着内容：日志只写是哪一类错。"""
    await settle(community)

    async def broken(*_: object, **__: object) -> None:
        calls.append(fault)
        raise fault("；".join(CANARIES))

    calls: list[type[Exception]] = []
    with monkeypatch.context() as patched:
        if fault is RuntimeError:
            patched.setattr(Store, "post", broken)
        else:
            patched.setattr(community.channel, "send", broken)
        for number, text in enumerate(TEXTS):
            await say(community, NAMES[0], f"加分 {NAMES[4]} 志愿服务 2 备注 {text}", number)
    assert len(calls) >= 5
    assert ear.heard() == []
