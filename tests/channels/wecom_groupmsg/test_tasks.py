"""Posts to customer groups: the task, its owner's confirmation, the measure of reminders, and the one a day."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.channels.wecom_groupmsg.account import Account, mistakes
from bot.channels.wecom_groupmsg.channel import GroupMsgChannel, build
from bot.channels.wecom_groupmsg.checking import answer_of
from bot.channels.wecom_groupmsg.tasks import Task, Tasks
from domain.attachments import Attachment
from domain.channel import ChannelDown, HeldBack, Outgoing, SendInDoubt, SendRefused
from domain.happenings import Happening, RoomSeen, TaskEnded
from tests.channels.wecom import WAIT, WeCom, running, until
from tests.scheduler.stage import START, FakeClock

ROOM, OWNER = "wrResidents", "duanjiarong"
COMPANY = Account("wwfakecorp0000001", "FAKEKFSECRET")
NOTICE = Outgoing(ROOM, "group", "明天上午 6 栋停水")
WRONG = "somebody else's"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(3000)


@dataclass
class Door:
    """A running channel, its clock and what it told."""

    wecom: WeCom
    folder: Path
    clock: FakeClock = field(default_factory=FakeClock)
    told: list[Happening] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    def tell(self, happening: Happening) -> None:
        if isinstance(happening, RoomSeen):
            self.seen.append(happening.room)
        else:
            self.told.append(happening)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[GroupMsgChannel]:
        account = replace(COMPANY, url=self.wecom.url, tasks_file=str(self.folder / "tasks"))
        channel = build(account, "customers", self.clock.now, self.tell, look=0.01)
        async with running(channel) as side:
            await side.becomes("online")
            yield channel

    async def pass_time(self, **span: float) -> None:
        self.clock.go(**span)
        await self.wecom.pass_time(timedelta(**span).total_seconds())

    async def tasks(self) -> list[dict[str, Any]]:
        return list((await self.wecom.see("groupmsg/seen"))["tasks"])

    async def becomes(self, true: Callable[[list[dict[str, Any]]], bool]) -> None:
        async with asyncio.timeout(WAIT):
            while not true(await self.tasks()):
                await asyncio.sleep(0.01)

    async def tells(self, *ends: TaskEnded) -> None:
        async with asyncio.timeout(WAIT):
            while self.told != list(ends):
                await asyncio.sleep(0.01)


@pytest.fixture
async def door(wecom: WeCom, tmp_path: Path) -> Door:
    await wecom.do("groupmsg/group", chat_id=ROOM, owner=OWNER, name="二网格邻里群")
    return Door(wecom, tmp_path)


async def test_a_post_waits_for_the_owner_and_its_end_is_told(door: Door) -> None:
    async with door.open() as channel:
        number = await channel.send(NOTICE)
        (task,) = await door.tasks()
        assert (task["msgid"], task["sender"], task["text"]) == (number, OWNER, NOTICE.text)
        await until(lambda: door.seen == [ROOM])
        assert channel.title(ROOM) == "二网格邻里群"
        assert door.told == []
        await door.wecom.do("groupmsg/confirm", msgid=number)
        await door.tells(TaskEnded(number, posted=True))


async def test_a_group_that_cannot_be_looked_at_holds_up_no_other(door: Door) -> None:
    await door.wecom.do("groupmsg/group", chat_id="wrSecond", owner=OWNER, name="三网格邻里群")
    await door.wecom.do("faults", groupmsg_errors=[{"call": "get", "errcode": 90500}])
    async with door.open() as channel:
        await until(lambda: len(door.seen) == 2)
        assert (channel.status().state, channel.title(ROOM), channel.title("wrSecond")) == (
            "online",
            "",
            "三网格邻里群",
        )


async def test_a_picture_and_a_document_go_along(door: Door) -> None:
    board = replace(NOTICE, image=PNG, image_name="榜.png", file=Attachment("榜.pdf", b"%PDF-1.7 board"))
    async with door.open() as channel:
        await channel.send(board)
    seen = await door.wecom.see("groupmsg/seen")
    assert [one["msgtype"] for one in seen["tasks"][0]["attachments"]] == ["image", "file"]
    assert [(one["kind"], one["size"]) for one in seen["media"]] == [("image", len(PNG)), ("file", 14)]


async def test_a_restart_finds_what_waits_and_tells_an_end_again(door: Door) -> None:
    async with door.open() as channel:
        number = await channel.send(NOTICE)
    await door.wecom.do("groupmsg/confirm", msgid=number)
    async with door.open() as channel:
        await door.tells(TaskEnded(number, posted=True))
        with pytest.raises(SendRefused):
            await channel.send(NOTICE)
    door.told.clear()
    async with door.open():
        await door.tells(TaskEnded(number, posted=True))
    assert len(await door.tasks()) == 1


async def test_an_owner_who_never_confirms_is_reminded_three_times_a_day(door: Door) -> None:
    async with door.open() as channel:
        await channel.send(NOTICE)
        for times in (1, 2, 3):
            await door.pass_time(hours=3)
            await door.becomes(lambda tasks, times=times: len(tasks[0]["reminders"]) == times)  # type: ignore[misc]
        await door.pass_time(hours=14)  # the next morning, the first reminder was 20 hours ago
        await asyncio.sleep(0.1)
        assert len((await door.tasks())[0]["reminders"]) == 3
    async with door.open():
        await door.pass_time(hours=5)
        await door.becomes(lambda tasks: len(tasks[0]["reminders"]) == 4)
    assert door.told == []


def test_no_reminder_comes_by_night_and_no_fourth_within_a_day() -> None:
    task, said = Task("m1", ROOM, OWNER, START.isoformat()), deque[datetime]()
    for minutes in range(0, 5 * 24 * 60, 7):
        now = START + timedelta(minutes=minutes)
        if task.wants_reminder(now):
            task = replace(task, reminded=(*task.reminded, now.isoformat()))
            said.append(now)
    assert len(said) >= 12
    assert all(7 <= at.hour <= 21 for at in said)
    assert all(later - first >= timedelta(hours=24) for first, later in zip(said, list(said)[3:], strict=False))


@pytest.mark.parametrize(
    "never",
    [
        replace(NOTICE, text="长" * 1334),
        replace(NOTICE, image=bytes(10 * 1024 * 1024 + 1)),
        replace(NOTICE, conversation="wrElsewhere"),
        replace(NOTICE, text=""),
        replace(NOTICE, scene="private"),
    ],
    ids=["too long", "too large", "no such group", "empty", "private"],
)
async def test_what_the_platform_never_takes_makes_no_task(door: Door, never: Outgoing) -> None:
    async with door.open() as channel:
        with pytest.raises(SendRefused):
            await channel.send(never)
        assert await door.tasks() == []
        await channel.send(replace(NOTICE, text="长" * 1333))  # 3,999 bytes, and the day was not used up
    assert len(await door.tasks()) == 1


async def test_one_a_day_and_group(door: Door) -> None:
    await door.wecom.do("groupmsg/group", chat_id="wrSecond", owner=OWNER)
    async with door.open() as channel:
        await channel.send(NOTICE)
        with pytest.raises(SendRefused):
            await channel.send(NOTICE)
        await channel.send(replace(NOTICE, conversation="wrSecond"))
        await door.pass_time(hours=14)  # after midnight
        await channel.send(NOTICE)
    assert [list(task["rooms"]) for task in await door.tasks()] == [[ROOM], ["wrSecond"], [ROOM]]


async def test_a_group_that_had_another_message_today_is_told(door: Door) -> None:
    async with door.open() as channel:
        number = await channel.send(NOTICE)
        await door.wecom.do("groupmsg/confirm", msgid=number, other=True)
        await door.tells(TaskEnded(number, posted=False))


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        ({"errcode": 45009}, HeldBack),
        ({"errcode": 60020}, ChannelDown),
        ({"errcode": 48002}, SendRefused),
        ({"http": 502}, ChannelDown),
    ],
)
async def test_a_no_leaves_the_day_free(door: Door, fault: dict[str, int], outcome: type[Exception]) -> None:
    async with door.open() as channel:
        await door.wecom.do("faults", groupmsg_errors=[{"call": "add_msg_template", **fault}])
        with pytest.raises(outcome):
            await channel.send(NOTICE)
        await door.pass_time(minutes=2)
        await channel.send(NOTICE)
    assert len(await door.tasks()) == 1


async def test_a_task_of_which_nobody_knows_uses_up_the_day(door: Door) -> None:
    async with door.open() as channel:
        await door.wecom.do("faults", groupmsg_errors=[{"call": "add_msg_template", "http": 500}])
        with pytest.raises(SendInDoubt):
            await channel.send(NOTICE)
        with pytest.raises(SendRefused):
            await channel.send(NOTICE)


async def test_a_token_that_ran_out_is_fetched_anew(door: Door) -> None:
    async with door.open() as channel:
        await door.pass_time(hours=3)
        await channel.send(NOTICE)
        assert channel.status().state == "online"


async def test_wrong_credentials_end_it_and_the_doctor_says_which(door: Door) -> None:
    wrong = replace(COMPANY, url=door.wecom.url, secret=WRONG, tasks_file=str(door.folder / "tasks"))
    async with running(build(wrong, "customers", door.clock.now, door.told.append, look=0.01)) as side:
        await side.becomes("refused")
    assert "corpid 和 secret" in (await answer_of(wrong))[0]
    assert await answer_of(replace(wrong, secret=COMPANY.secret)) == ()
    await door.wecom.do("faults", groupmsg_errors=[{"errcode": 48002}])
    assert "客户联系" in (await answer_of(replace(wrong, secret=COMPANY.secret)))[0]
    await door.wecom.clear()
    assert "一个客户群也看不到" in (await answer_of(replace(wrong, secret=COMPANY.secret)))[0]


def test_a_file_that_is_broken_starts_anew(tmp_path: Path) -> None:
    (tmp_path / "tasks").write_text('[{"number": 1')
    assert Tasks(tmp_path / "tasks").open() == ()


def test_what_cannot_be_right_is_named() -> None:
    assert [path for path, _ in mistakes(Account("", " ", "", "http://evil.example"))] == [
        "corpid",
        "secret",
        "tasks_file",
        "url",
    ]
    assert list(mistakes(COMPANY)) == []
    assert "FAKEKFSECRET" not in repr(COMPANY)
