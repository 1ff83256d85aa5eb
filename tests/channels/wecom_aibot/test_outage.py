"""Six hours without WeCom: nothing is lost, nothing is said twice, and every chat gets it in order."""

from collections import defaultdict

from domain.decision import Say, Target, Unit, Urgency
from domain.enrolment import BindRoom, EnrolGrid
from scheduler.delivery import Delivery
from storage.store import Store
from tests.channels.wecom import WeCom, running
from tests.channels.wecom_aibot.conftest import robot

PEOPLE = ("wangmei", "lihua", "chenjie")
HOURS = 6


async def test_six_hours_away(store: Store, wecom: WeCom) -> None:
    channel = robot(wecom)
    delivery = Delivery(store, {"aibot": channel}, wecom.now)

    async def post(*effects: object) -> None:
        await store.post(Unit(None, effects, at=int(wecom.now().timestamp() * 1000)))

    async with running(channel) as side:
        await side.becomes("online")
        for person in PEOPLE:
            await wecom.do("inject", userid=person, text="开始")
        await wecom.do("inject", userid="wangmei", chatid="wrGrid", text="开始")
        await post(EnrolGrid("1", "一网格"), BindRoom("aibot", "wrGrid", "grid", "1"))
        await wecom.do("faults", reject_auth={"errcode": 50001, "times": 0})
        await wecom.do("drop")
        await side.becomes("connecting")
        for hour in range(HOURS):
            for number in range(10):
                says = [Say(Target("account", who, "aibot"), f"答 {hour}-{number}") for who in PEOPLE]
                await post(*says, Say(Target("grid", "1"), f"通知 {hour}-{number}", urgency=Urgency.PUBLIC))
            await delivery.drain()
            await wecom.pass_time(3600)
        assert await wecom.sent() == []
        assert "aibot" in delivery.outages
        await wecom.do("faults", reject_auth=None)
        await side.becomes("online")
        for _ in range(8):
            await delivery.drain()
            await wecom.pass_time(61)
    heard = defaultdict(list)
    for one in await wecom.sent():
        heard[one["chat"]].append(one["content"]["content"])
    times = [f"{hour}-{number}" for hour in range(HOURS) for number in range(10)]
    assert {chat: heard[chat] for chat in PEOPLE} == {chat: [f"答 {at}" for at in times] for chat in PEOPLE}
    assert heard["wrGrid"] == [f"通知 {at}" for at in times]
