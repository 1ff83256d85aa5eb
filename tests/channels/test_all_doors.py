"""All doors in one process: a tip by 微信客服, its check in the robot, a notice by webhook, the board pasted."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app import App, opened
from bot.channels.manual.channel import ManualChannel
from bot.channels.wecom_kf.channel import build as build_kf
from bot.channels.wecom_kf.receiver import PATH
from bot.channels.wecom_webhook.account import Account as Hook
from bot.channels.wecom_webhook.channel import build as build_hook
from bot.clock import SetClock
from bot.config import Config, DataSettings
from bot.demonstration.keys import equip
from domain.channel import Channel
from domain.decision import Unit
from domain.enrolment import BindRoom, EnrolGrid, EnrolStaff, EnrolSubject, PersonNamed
from domain.matters.matter import MatterAt
from domain.members import AccountRef, Bind, GiveDuty
from domain.outbox import TrafficNow
from domain.period import SHANGHAI, civil
from tests.channels.wecom import KEY as HOOK
from tests.channels.wecom import WAIT, WeCom, until
from tests.channels.wecom_aibot.conftest import robot
from tests.channels.wecom_kf.callbacks import CORP, KEY, SETTINGS, TOKEN
from tests.channels.wecom_kf.test_conversations import replies

STAFF = (("段家荣", "grid_worker", "2", "duan"), ("罗琼", "supervisor", "", "luo"), ("白云", "secretary", "", "bai"))
START = datetime(2027, 1, 9, 15, tzinfo=SHANGHAI)
HER, GROUP = "wmLi", "二网格邻里群"


@dataclass
class Town:
    """二网格 with its staff in WeCom, a group with a robot, and a group that only people write to."""

    app: App
    clock: SetClock
    wecom: WeCom

    async def read_by(self, person: str) -> list[str]:
        """What a staff member read in the robot's chat."""
        found = []
        for one in await self.wecom.see(f"sent?chat={person}"):
            content = one["content"]
            if one["msgtype"] == "template_card":
                found.append(f"{content['main_title']['title']}\n{content['sub_title_text']}")
            elif one["msgtype"] == "markdown":
                found.append(content["content"])
        return found

    async def staff(self, person: str, text: str, read: str) -> None:
        """A staff member writes to the robot and reads something because of it."""
        before = len(await self.read_by(person))
        await self.wecom.do("inject", userid=person, text=text)
        await self.grown(lambda: self.read_by(person), before, read)

    async def resident(self, text: str, read: str) -> str:
        before = len(await replies(self.wecom))
        await self.wecom.do("kf/inject", external_userid=HER, text=text)
        return await self.grown(lambda: replies(self.wecom), before, read)

    async def posted(self) -> list[str]:
        """What the group robot posted."""
        messages: list[dict[str, Any]] = (await self.wecom.see(f"webhook/{HOOK}"))["messages"]
        return [one["content"]["content"] for one in messages if one["msgtype"] != "image"]

    async def passes(self, to: datetime) -> None:
        """Time goes from one due moment to the next, on both sides."""
        passed = self.clock.now()
        while (due := self.app.runner.next_due(passed)) is not None and due <= to:
            await self._moment(due)
            passed = max(due, self.clock.now())
        await self._moment(to)

    async def _moment(self, at: datetime) -> None:
        await self.wecom.pass_time(max(0.0, (at - self.wecom.now()).total_seconds()))
        self.clock.set(self.wecom.now())
        await self.app.pass_moment()

    async def grown(self, read: Callable[[], Awaitable[list[str]]], before: int, want: str) -> str:
        """What is new in a chat, once the wanted words stand in it."""
        async with asyncio.timeout(WAIT):
            while want not in (new := "\n".join((await read())[before:])):
                await asyncio.sleep(0.02)
        return new


async def _settled(app: App, clock: SetClock, folder: Path) -> None:
    at = int(clock.now().timestamp() * 1000)
    people = [EnrolSubject("resident", name, "2", f"1栋1单元{n}01") for n, (name, *_) in enumerate(STAFF, 1)]
    duties = [EnrolStaff(name, role, grid, seat="") for name, role, grid, _ in STAFF]
    rooms = (BindRoom("robot", "group", "grid", "2"), BindRoom("paste", GROUP, "grid", "2"))
    await app.store.post(Unit(None, (EnrolGrid("2", "二网格"), *people, *duties, *rooms), at=at))
    for subject, (name, role, grid, account) in enumerate(STAFF, 1):
        person = await app.store.answer(PersonNamed(name, role, grid))
        assert person
        ref = AccountRef("work", account)
        await app.store.post(Unit(None, (Bind(ref, subject), GiveDuty(ref, person)), at=at))
    await equip(app.store, folder / "keys", civil(clock.now()))


@pytest.fixture
async def town(wecom: WeCom, tmp_path: Path) -> AsyncIterator[Town]:
    await wecom.pass_time((START - wecom.now()).total_seconds())
    clock = SetClock(wecom.now())
    kf = build_kf(replace(SETTINGS, url=wecom.url, cursor_file=str(tmp_path / "cursor")), "kf", clock.now)
    hook = build_hook(Hook(f"{wecom.url}/cgi-bin/webhook/send?key={HOOK}"), "robot", clock.now)
    work = robot(wecom, name="work")
    doors: dict[str, Channel] = {"kf": kf, "robot": hook, "work": work, "paste": ManualChannel("paste", clock.now)}
    async with opened(Config(data=DataSettings(str(tmp_path))), clock, doors) as app:
        await _settled(app, clock, tmp_path)
        running = asyncio.create_task(app.run())
        await until(lambda: all(one.status().state == "online" for one in doors.values()))
        address = f"http://127.0.0.1:{kf.port}{PATH}"
        await wecom.do("kf/callback", url=address, token=TOKEN, aes_key=KEY, receiveid=CORP)
        made = Town(app, clock, wecom)
        for _, _, _, account in STAFF:
            await made.staff(account, "帮助", "帮助")  # nobody can be written to before
        yield made
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def test_a_tip_its_check_a_notice_and_the_board(town: Town) -> None:
    """
    居民（微信客服）：举报 3栋楼下有人飞线充电 → 回执
    网格员（智能机器人）：点“属实” → 记为属实；通知 → 群机器人发出，另一个群是转发稿
    书记、监督员（智能机器人）：评榜 同意 → 10 日群机器人发榜，另一个群是转发稿
    居民（微信客服）：举报进度 → 属实
    """
    told = await town.resident("举报 3栋楼下有人飞线充电", "回执")
    receipt = re.search(r"\d{4} \d{4} \d{4} \d{4}", told)
    assert receipt, told

    await town.passes(START + timedelta(hours=1, minutes=20))
    (case,) = [one for one in await town.wecom.see("sent?chat=duan") if "【举报核实】" in str(one["content"])]
    assert "飞线充电" in str(case["content"])
    button = next(one for one in case["content"]["button_list"] if one["text"] == "属实")
    before = len(await town.read_by("duan"))
    press = {"card_type": "button_interaction", "event_key": button["key"], "task_id": case["content"]["task_id"]}
    await town.wecom.do("event", eventtype="template_card_event", userid="duan", template_card_event=press)
    await town.grown(lambda: town.read_by("duan"), before, "记为属实")

    await town.staff("duan", "通知 明天停水", "明天停水")
    await town.staff("duan", "是", "【转发稿】F1")
    await town.grown(town.posted, 0, "明天停水")
    await town.staff("duan", "已发出 F1", GROUP)

    await town.staff("bai", "生成红黑榜", "B2026Q4")
    for one in ("luo", "bai"):
        await town.staff(one, "评榜 B2026Q4 同意", "同意")
    await town.passes(START.replace(day=10, hour=10, minute=30))
    boards = [text for text in await town.posted() if "【红黑榜】" in text]
    assert len(boards) == 1
    pasted = [text for text in await town.read_by("duan") if "【红黑榜】" in text and "【转发稿】" not in text]
    assert len(pasted) == 1
    paste = await town.app.store.answer(MatterAt("F2"))
    assert paste
    assert (paste.state, paste.facts["room"]) == ("to_paste", GROUP)

    await town.resident(f"举报进度 {receipt[0]}", "属实")
    traffic = await town.app.store.answer(TrafficNow())
    assert (traffic.in_doubt, traffic.dead) == (0, 0)
    everywhere = "\n".join([*await town.posted(), *[text for *_, one in STAFF for text in await town.read_by(one)]])
    assert HER not in everywhere
    assert receipt[0] not in everywhere
