"""Everything that can happen to the robot in one go: nothing is lost, nothing is said twice, every chat in order."""

import asyncio
from collections import defaultdict
from dataclasses import dataclass, field

from domain.decision import Say, Target, Unit, Urgency
from domain.enrolment import BindRoom, EnrolGrid
from domain.outbox import TrafficNow
from scheduler.delivery import Delivery
from storage.store import Store
from tests.channels.wecom import Side, WeCom, running
from tests.channels.wecom_aibot.conftest import robot

PEOPLE = ("wangmei", "lihua", "chenjie")
GROUP, HOURS = "wrGrid", 6


@dataclass
class Work:
    """A book with something to say to three people and a group, whatever becomes of the robot."""

    store: Store
    wecom: WeCom
    owed: list[str] = field(default_factory=list)

    async def post(self, *effects: object) -> None:
        await self.store.post(Unit(None, effects, at=int(self.wecom.now().timestamp() * 1000)))

    async def owes(self, name: str, times: int) -> None:
        """Each of them gets so many messages of a name."""
        for number in range(times):
            text = f"{name} {number}"
            says = [Say(Target("account", who, "aibot"), text) for who in PEOPLE]
            await self.post(*says, Say(Target("grid", "1"), text, urgency=Urgency.PUBLIC))
            self.owed.append(text)

    async def waits(self) -> int:
        return (await self.store.answer(TrafficNow())).waiting

    async def speaks(self, delivery: Delivery) -> None:
        """Everything goes out at the platform's pace."""
        for _ in range(20):
            await delivery.drain()
            if not await self.waits():
                return
            await self.wecom.pass_time(61)
        raise AssertionError("something still waits")

    async def heard(self) -> dict[str, list[str]]:
        found = defaultdict(list)
        for one in await self.wecom.sent():
            found[one["chat"]].append(one["content"]["content"])
        return found


async def test_a_limit_an_expiry_a_kick_and_six_hours_away(store: Store, wecom: WeCom) -> None:
    """平台说太快、订阅过期、被另一个程序挤下线后重启、断线六小时：每个人每个群，一条不少，一条不重，先后不乱。"""
    work = Work(store, wecom)
    channel = robot(wecom)
    delivery = Delivery(store, {"aibot": channel}, wecom.now)
    async with running(channel) as side:
        await side.becomes("online")
        for person in PEOPLE:
            await wecom.do("inject", userid=person, text="开始")
        await wecom.do("inject", userid=PEOPLE[0], chatid=GROUP, text="开始")
        await work.post(EnrolGrid("1", "一网格"), BindRoom("aibot", GROUP, "grid", "1"))

        await wecom.do("faults", errors=[{"cmd": "aibot_send_msg", "errcode": 45009}] * 2)
        await work.owes("太快", 30)
        await work.speaks(delivery)
        await wecom.do("faults", drop_subscription=True)
        await work.owes("过期", 3)
        await delivery.drain()
        await wecom.subscribed(2)
        await side.becomes("online")
        await work.speaks(delivery)
        await _kicked(work, side, delivery)

    channel = robot(wecom)
    delivery = Delivery(store, {"aibot": channel}, wecom.now)
    await delivery.recover()
    async with running(channel) as side:
        await side.becomes("online")
        await work.speaks(delivery)
        await _away(work, side, delivery)
        await work.speaks(delivery)
    heard = await work.heard()
    assert {chat: heard[chat] for chat in (*PEOPLE, GROUP)} == dict.fromkeys((*PEOPLE, GROUP), work.owed)
    traffic = await store.answer(TrafficNow())
    assert (traffic.in_doubt, traffic.dead) == (0, 0)


async def _kicked(work: Work, side: Side, delivery: Delivery) -> None:
    """Somebody else takes the robot: it stays away, and what is owed waits for a new start."""
    async with running(robot(work.wecom)) as other:
        await other.becomes("online")
        await asyncio.wait_for(side.task, 5)
        assert side.channel.status().state == "refused"
        await work.owes("挤下线", 3)
        await delivery.drain()
        assert await work.waits() == 12


async def _away(work: Work, side: Side, delivery: Delivery) -> None:
    """Six hours without the platform."""
    await work.wecom.do("faults", reject_auth={"errcode": 50001, "times": 0})
    await work.wecom.do("drop")
    await side.becomes("connecting")
    before = len(await work.wecom.sent())
    for hour in range(HOURS):
        await work.owes(f"断线 {hour}", 10)
        await delivery.drain()
        await work.wecom.pass_time(3600)
    assert len(await work.wecom.sent()) == before
    assert "aibot" in delivery.outages
    await work.wecom.do("faults", reject_auth=None)
    await side.becomes("online")
