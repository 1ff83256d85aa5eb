"""The link comes back from every kind of break, and the account stays logged in wherever that is possible."""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from bot.channels.wechaty.channel import WechatyChannel
from bot.channels.wechaty.stream import Pace
from domain.channel import ChannelDown, Outgoing
from tests.channels.wechaty.bot_side import Side, running, settings_for
from tests.channels.wechaty.gateway import ANN, ROOM, Gateway, community_ca

pytestmark = pytest.mark.gateway

QUICK = Pace(silence=0.4, probe=1.5, after_stop=0.3, take_over=1.0, longest_retry=0.5)


@pytest_asyncio.fixture
async def quick(gateway: Gateway) -> AsyncIterator[Side]:
    await gateway.do("login")
    async with running(settings_for(gateway, QUICK)) as started:
        yield started


async def heard(gateway: Gateway, side: Side, text: str) -> None:
    await gateway.say(text, to=ROOM)
    assert (await side.message()).text == text


async def test_a_cut_is_healed_within_a_second_without_a_logout(gateway: Gateway, side: Side) -> None:
    for round_ in range(5):
        await gateway.do("clear")
        await gateway.do("net/drop")
        started = time.perf_counter()
        await side.offline()
        await side.online()
        assert time.perf_counter() - started < 1.0
        assert "logout" not in (await gateway.state())["events"]
        await heard(gateway, side, f"回来了 {round_}")


async def test_the_gateway_restarted(gateway: Gateway, side: Side) -> None:
    await gateway.do("server/stop")
    await side.offline()
    with pytest.raises(ChannelDown):
        await side.channel.send(Outgoing(ROOM, "group", "在吗"))
    await asyncio.sleep(0.5)
    await gateway.do("server/start")
    await side.online()
    await heard(gateway, side, "重启好了")
    assert await side.channel.send(Outgoing(ROOM, "group", "在"))
    assert "logout" not in (await gateway.state())["events"]


async def test_a_message_told_of_before_a_cut_is_still_read(gateway: Gateway, side: Side) -> None:
    await gateway.do("fault", method="messagePayload", delayMs=400)
    await gateway.say("刚好断线", to=ROOM)
    await asyncio.sleep(0.1)
    await gateway.do("net/drop")
    assert (await side.message()).text == "刚好断线"


async def test_silence_alone_is_no_break(gateway: Gateway, quick: Side) -> None:
    await gateway.do("heartbeat", everyMs=0)
    before = (await gateway.state())["accepted"]
    await asyncio.sleep(2.0)
    state = await gateway.state()
    assert state["accepted"] == before
    assert state["calls"]["ding"] >= 1
    assert quick.channel.status().state == "online"


async def test_a_stalled_connection_is_noticed(gateway: Gateway, quick: Side) -> None:
    await gateway.do("heartbeat", everyMs=0)
    await gateway.do("net/stall", on=True)
    await quick.offline()
    await gateway.do("net/stall", on=False)
    await quick.online()
    await heard(gateway, quick, "又通了")
    assert "logout" not in (await gateway.state())["events"]


async def test_a_gateway_that_does_not_greet_is_tried_again(gateway: Gateway) -> None:
    side = Side(settings_for(gateway, replace(QUICK, greeting=0.3)))
    before = (await gateway.state())["accepted"]
    await gateway.do("net/stall", on=True)
    task = asyncio.create_task(side.channel.run(side.messages.put_nowait))
    async with asyncio.timeout(5):
        while (await gateway.state())["accepted"] < before + 2:
            await asyncio.sleep(0.05)
    assert side.channel.status().state == "connecting"
    await gateway.do("net/stall", on=False)
    await side.online()
    task.cancel()
    await asyncio.wait({task})


async def test_a_stream_that_nobody_reads_is_taken_over(gateway: Gateway, quick: Side) -> None:
    await gateway.do("net/orphan")
    status = await quick.until(lambda status: "另一个程序" in status.detail)
    assert status.state == "connecting"
    await quick.online()
    assert (await gateway.state())["events"]["logout"] == 1
    await heard(gateway, quick, "接管了")


async def test_a_second_bot_waits_and_the_pushed_out_one_does_not_push_back(gateway: Gateway, quick: Side) -> None:
    second = Side(settings_for(gateway, QUICK))
    task = asyncio.create_task(second.channel.run(second.messages.put_nowait))
    await second.online()  # after its patience has ended
    await quick.until(lambda status: "另一个程序" in status.detail)
    await asyncio.sleep(2.0)  # twice the patience
    assert second.channel.status().state == "online"
    assert (await gateway.state())["events"]["logout"] == 1
    task.cancel()
    await asyncio.wait({task})
    await quick.online()  # the other one has gone: no need to push


async def test_a_wrong_token_is_final(gateway: Gateway) -> None:
    side = Side(settings_for(gateway, token=f"{gateway.ready['token']}x"))
    before = (await gateway.state())["accepted"]
    await asyncio.wait_for(side.channel.run(side.messages.put_nowait), 5)
    assert side.channel.status().state == "refused"
    assert (await gateway.state())["accepted"] == before + 1
    with pytest.raises(ChannelDown, match="token"):
        await side.channel.send(Outgoing(ANN, "private", "在吗"))


async def test_logged_out_sending_fails_at_once_and_the_scan_is_shown(gateway: Gateway, side: Side) -> None:
    await gateway.do("logout", reason="phone")
    assert (await side.offline()).state == "offline"
    await gateway.do("clear")
    with pytest.raises(ChannelDown, match="退出登录"):
        await side.channel.send(Outgoing(ROOM, "group", "在吗"))
    assert "messageSendText" not in (await gateway.state())["calls"]
    code = "https://login.weixin.qq.com/l/abc"
    await gateway.do("emit", event="scan", payload={"status": 2, "qrcode": code})
    status = await side.until(lambda status: status.state == "scan")
    assert status.qrcode == code
    await gateway.do("emit", event="scan", payload={"status": 3})
    await side.until(lambda status: "已扫码" in status.detail)
    with pytest.raises(ChannelDown):
        await side.channel.send(Outgoing(ROOM, "group", "在吗"))
    await gateway.do("login")
    await side.online()
    assert await side.channel.send(Outgoing(ROOM, "group", "在"))


async def test_connected_without_an_account(gateway: Gateway) -> None:
    await gateway.do("logout")
    side = Side(settings_for(gateway))
    task = asyncio.create_task(side.channel.run(side.messages.put_nowait))
    status = await side.until(lambda status: status.state == "offline" and "还没有登录" in status.detail)
    assert status.since == side.channel.status().since
    await gateway.do("login")
    await side.online()
    task.cancel()
    await asyncio.wait({task})


async def test_an_error_event_is_an_event_like_others(gateway: Gateway, side: Side) -> None:
    await gateway.do("emit", event="error", payload={"data": "trouble"})
    await gateway.do("emit", event="post", payload={"postId": "p1"})
    await heard(gateway, side, "还在")


async def test_tls(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with Gateway("--tls", "--token", "insecure_secret") as gateway:
        secure = settings_for(gateway, tls=True, ca_file=community_ca(tmp_path))
        async with running(secure) as side:
            await heard(gateway, side, "加密")
        elsewhere = gateway.ready["token"].replace("insecure_", "elsewhere_")
        for wrong, hint in (
            (settings_for(gateway, tls=True), "certificate is not trusted"),
            (settings_for(gateway, tls=True, ca_file=secure.ca_file, token=elsewhere), "not trusted"),
            (settings_for(gateway), "check the tls setting"),
        ):
            await _fails_with(WechatyChannel(wrong, lambda: datetime(2026, 1, 1, tzinfo=UTC)), hint, caplog)


async def test_tls_towards_a_plain_gateway(gateway: Gateway, caplog: pytest.LogCaptureFixture) -> None:
    channel = WechatyChannel(settings_for(gateway, tls=True), lambda: datetime(2026, 1, 1, tzinfo=UTC))
    await _fails_with(channel, "does not answer in TLS", caplog)


async def _fails_with(channel: WechatyChannel, hint: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.clear()
    task = asyncio.create_task(channel.run(lambda _: None))
    async with asyncio.timeout(5):
        while hint not in caplog.text:
            await asyncio.sleep(0.02)
    assert channel.status().state == "connecting"
    task.cancel()
    await asyncio.wait({task})
