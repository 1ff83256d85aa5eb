"""The whole bot on a gateway that fails: what is settled by itself, and what its people see of a login."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from bot.app import App, opened
from bot.channels.wechaty.channel import WechatyChannel
from bot.channels.wechaty.stream import Pace
from bot.clock import MachineClock
from bot.config import Config, DataSettings
from bot.dispatch.greeting import Greeter
from domain.decision import Say, Target, Unit, Urgency
from domain.enrolment import BindRoom, EnrolGrid
from domain.happenings import Happening
from domain.outbox import InDoubt, TrafficNow
from tests.channels.wechaty.bot_side import Side, settings_for
from tests.channels.wechaty.gateway import ROOM, Gateway

pytestmark = pytest.mark.gateway

IMPATIENT = Pace(call=0.4)


@asynccontextmanager
async def whole_bot(gateway: Gateway, folder: Path) -> AsyncIterator[App]:
    told: asyncio.Queue[tuple[str, Happening]] = asyncio.Queue()
    clock = MachineClock()
    settings = settings_for(gateway, IMPATIENT)
    channel = WechatyChannel(settings, clock.now, lambda one: told.put_nowait(("wx", one)), name="wx")
    config = Config(data=DataSettings(str(folder)))
    async with opened(config, clock, {"wx": channel}) as app:
        greeter = Greeter(app.store, app.delivery, clock.now, app.dispatcher.hearing)
        async with asyncio.timeout(30):
            running = asyncio.gather(app.run(), greeter.run(told))
            await until(lambda: _is(channel.status().state == "online"))
            yield app
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running


async def _is(so: bool) -> bool:
    return so


async def until(condition: Callable[[], Awaitable[bool]]) -> None:
    while not await condition():
        await asyncio.sleep(0.05)


async def test_a_post_that_hung_is_settled_by_its_echo(tmp_path: Path) -> None:
    """发红榜时网关没回话 → 不知发没发出去；一会儿看到了自己说的那条 → 算已发出，没有再发一遍。"""
    with Gateway("--echo-self") as gateway:
        async with whole_bot(gateway, tmp_path) as app:
            await gateway.do("fault", method="messageSendText", delayMs=1500)
            post = Say(Target("grid", "1"), "本月红榜", urgency=Urgency.PUBLIC)
            bound = BindRoom("wx", ROOM, "grid", "1")
            at = int(app.clock.now().timestamp() * 1000)
            await app.store.post(Unit(None, (EnrolGrid("1", "一网格"), bound, post), at=at))
            app.delivery.wake()
            await until(lambda: _in_doubt(app, 1))
            await until(lambda: _in_doubt(app, 0))
            await until(lambda: _nothing_waits(app))
            assert [entry["text"] for entry in await gateway.sent(0)] == ["本月红榜"]


async def _in_doubt(app: App, count: int) -> bool:
    return len(await app.store.answer(InDoubt())) == count


async def _nothing_waits(app: App) -> bool:
    traffic = await app.store.answer(TrafficNow())
    return (traffic.waiting, traffic.in_doubt, traffic.dead) == (0, 0, 0)


async def test_a_login_by_code_is_in_the_status_and_its_code_not_in_the_log(
    gateway: Gateway, side: Side, caplog: pytest.LogCaptureFixture
) -> None:
    """微信掉线 → 状态里有二维码，工作台照着画；扫码登录以后二维码就没了；日志里只有走到哪一步。"""
    caplog.set_level(logging.INFO, "bot.channels.wechaty.standing")
    await gateway.do("logout")
    await side.offline()
    await gateway.do("emit", event="scan", payload={"status": 2, "qrcode": "https://login.example/hush_7"})
    waiting = await side.until(lambda status: status.state == "scan")
    assert waiting.qrcode == "https://login.example/hush_7"
    await gateway.do("emit", event="scan", payload={"status": 3})
    await side.until(lambda status: "手机" in status.detail)
    await gateway.do("login")
    assert (await side.online()).qrcode == ""
    assert [record.getMessage() for record in caplog.records] == [
        "standing: offline",
        "standing: scan",
        "standing: scan",
        "standing: online",
    ]
