"""One resident behind 微信客服 and personal WeChat: one identity, and whichever door is open is used."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.app import App, opened
from bot.channels.wechaty.channel import WechatyChannel
from bot.channels.wecom_kf.channel import build
from bot.channels.wecom_kf.receiver import PATH
from bot.clock import SetClock
from bot.config import Config, DataSettings
from domain.decision import Say, Target, Unit, Urgency
from domain.enrolment import EnrolGrid, EnrolSubject
from domain.members import AccountRef, Bind
from tests.channels.wechaty.bot_side import settings_for
from tests.channels.wechaty.gateway import ANN, Gateway, missing
from tests.channels.wecom import WAIT, WeCom, until
from tests.channels.wecom_kf.callbacks import CORP, KEY, SETTINGS, TOKEN
from tests.channels.wecom_kf.test_conversations import replies

pytestmark = [pytest.mark.gateway, pytest.mark.skipif(bool(missing()), reason=missing() or "it is there")]
HER = "wmLi"


@pytest.fixture(scope="module")
def gateway() -> Iterator[Gateway]:
    with Gateway() as started:
        yield started


@dataclass
class Resident:
    """李桂芬, who writes by either door, and what she read by each."""

    app: App
    clock: SetClock
    wecom: WeCom
    gateway: Gateway
    wechat: WechatyChannel

    async def by_kf(self, text: str) -> list[str]:
        """All that she read by 微信客服 once it grew."""
        before = len(await replies(self.wecom))
        await self.wecom.do("kf/inject", external_userid=HER, text=text)
        return await self._grown(lambda: replies(self.wecom), before)

    async def by_wechat(self, text: str) -> list[str]:
        before = len(await self.read_on_wechat())
        await self.gateway.say(text)
        return await self._grown(self.read_on_wechat, before)

    async def read_on_wechat(self) -> list[str]:
        return [one["text"] for one in await self.gateway.sent(0) if one.get("conversationId") == ANN]

    async def told(self, text: str) -> None:
        """Something that she should know, by whatever door."""
        say = Say(Target("subject", "1"), text, urgency=Urgency.NOTICE)
        await self.app.store.post(Unit(None, (say,), at=int(self.clock.now().timestamp() * 1000)))
        self.app.delivery.wake()

    async def reads(self, text: str) -> tuple[bool, bool]:
        """Whether it came by 微信客服 and by WeChat, once it came."""
        async with asyncio.timeout(WAIT):
            while True:
                found = [text in "\n".join(read) for read in (await replies(self.wecom), await self.read_on_wechat())]
                if any(found):
                    return found[0], found[1]
                await asyncio.sleep(0.05)

    async def days_pass(self, days: int) -> None:
        await self.wecom.pass_time(days * 86_400)
        self.clock.set(self.wecom.now())

    async def _grown(self, read: object, before: int) -> list[str]:
        async with asyncio.timeout(WAIT):
            while len(now := await read()) <= before:  # type: ignore[operator]
                await asyncio.sleep(0.05)
        return list(now[before:])


@pytest.fixture
async def resident(wecom: WeCom, gateway: Gateway, tmp_path: Path) -> AsyncIterator[Resident]:
    await gateway.do("clear")
    clock = SetClock(wecom.now())
    kf = build(replace(SETTINGS, url=wecom.url, cursor_file=str(tmp_path / "cursor")), "kf", clock.now)
    wechat = WechatyChannel(settings_for(gateway), clock.now, name="wx")
    async with opened(Config(data=DataSettings(str(tmp_path))), clock, {"kf": kf, "wx": wechat}) as app:
        running = asyncio.create_task(app.run())
        await until(lambda: kf.status().state == wechat.status().state == "online")
        address = f"http://127.0.0.1:{kf.port}{PATH}"
        await wecom.do("kf/callback", url=address, token=TOKEN, aes_key=KEY, receiveid=CORP)
        her = EnrolSubject("resident", "李桂芬", "2", "6栋1单元302")
        at = int(clock.now().timestamp() * 1000)
        await app.store.post(Unit(None, (EnrolGrid("2", "二网格"), her), at=at))
        ties = (Bind(AccountRef("kf", HER), 1), Bind(AccountRef("wx", ANN), 1))
        await app.store.post(Unit(None, ties, at=at))
        yield Resident(app, clock, wecom, gateway, wechat)
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def test_two_doors_lead_to_one_resident(resident: Resident) -> None:
    """客服里签承诺、微信里查积分：同一个人；从哪扇门问，就从哪扇门答；一扇关了，话从另一扇来。"""
    shown = await resident.by_kf("承诺 文明养犬")
    assert "文明养犬" in shown[0]
    assert await resident.read_on_wechat() == []
    assert "+2" in (await resident.by_kf("我承诺文明养犬"))[0]
    assert "信用分 102" in (await resident.by_wechat("积分"))[0]
    assert "信用分 102" in (await resident.by_kf("积分"))[0]
    assert len(await resident.read_on_wechat()) == 1

    await resident.told("您的券快到期了")  # WeChat may speak first, so it does
    assert await resident.reads("您的券快到期了") == (False, True)
    await resident.gateway.do("server/stop")
    await until(lambda: resident.wechat.status().state != "online")
    await resident.told("周五有活动")  # WeChat is away, and her words by 微信客服 are fresh
    assert await resident.reads("周五有活动") == (True, False)

    await resident.days_pass(3)
    await resident.told("楼道要粉刷")  # away here, closed there: it waits
    await resident.app.idle()
    assert not any("楼道要粉刷" in text for text in await replies(resident.wecom))
    await resident.gateway.do("server/start")
    assert await resident.reads("楼道要粉刷") == (False, True)
    assert not any("楼道要粉刷" in text for text in await resident.by_kf("积分"))
