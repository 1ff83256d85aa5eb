"""How the long connection comes back, gives way and stays away, and what becomes of what was being said."""

import asyncio
import logging

import pytest

from domain.channel import ChannelDown, HeldBack, Outgoing, SendInDoubt
from tests.channels.wecom import Side, WeCom, running
from tests.channels.wecom_aibot.conftest import robot

HELLO = Outgoing("wangmei", "private", "您好")


async def test_wrong_credentials_end_it(wecom: WeCom, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with running(robot(wecom, "WRONGSECRET")) as side:
        await asyncio.wait_for(side.task, 5)
    assert side.channel.status().state == "refused"
    assert await wecom.subscriptions() == 1
    assert "WRONGSECRET" not in caplog.text


@pytest.mark.parametrize("drop", [{"mode": "abort"}, {"mode": "close", "code": 1000}, {"mode": "close", "code": 1001}])
async def test_it_comes_back_after_every_end(wecom: WeCom, side: Side, drop: dict[str, object]) -> None:
    await wecom.do("drop", **drop)
    await wecom.subscribed(2)
    await side.becomes("online")
    await wecom.do("inject", userid="wangmei", text="在吗")
    assert (await side.message()).text == "在吗"


async def test_whoever_is_thrown_out_stays_away(wecom: WeCom, side: Side) -> None:
    async with running(robot(wecom)) as other:
        await other.becomes("online")
        await asyncio.wait_for(side.task, 5)
        assert side.channel.status().state == "refused"
        assert other.channel.status().state == "online"
    assert await wecom.subscriptions() == 2


async def test_silence_is_an_end(wecom: WeCom, side: Side) -> None:
    await wecom.do("faults", mute_pongs=True)
    await wecom.subscribed(2)
    await wecom.do("faults", mute_pongs=False)
    await side.becomes("online")


async def test_not_ready_before_the_answer(wecom: WeCom) -> None:
    await wecom.do("faults", mute_acks=1)
    async with running(robot(wecom)) as side:
        await wecom.subscribed(1)
        assert side.channel.status().state == "connecting"
        with pytest.raises(ChannelDown):
            await side.channel.send(HELLO)
        await side.becomes("online")


async def test_a_message_without_an_answer_is_in_doubt(wecom: WeCom, side: Side) -> None:
    await wecom.do("inject", userid="wangmei", text="开始")
    await wecom.do("faults", ack_delay=1.0)
    with pytest.raises(SendInDoubt):
        await side.channel.send(HELLO)
    await wecom.do("faults", ack_delay=0.0)


async def test_a_forgotten_subscription_is_made_anew(wecom: WeCom, side: Side) -> None:
    await wecom.do("inject", userid="wangmei", text="开始")
    await wecom.do("faults", drop_subscription=True)
    with pytest.raises(ChannelDown):
        await side.channel.send(HELLO)
    await wecom.subscribed(2)
    await side.becomes("online")
    await side.channel.send(HELLO)
    assert len(await wecom.sent()) == 1


async def test_what_is_under_way_when_the_subscription_is_forgotten_is_not_left_in_doubt(
    wecom: WeCom, side: Side
) -> None:
    people = [f"p{number}" for number in range(5)]
    for person in people:
        await wecom.do("inject", userid=person, text="开始")
    await wecom.do("faults", drop_subscription=True)
    sent = await asyncio.gather(
        *(side.channel.send(Outgoing(person, "private", "您好")) for person in people), return_exceptions=True
    )
    assert [type(one) for one in sent] == [ChannelDown] * 5
    await wecom.subscribed(2)


async def test_too_often_means_a_minute_then_longer(wecom: WeCom, side: Side) -> None:
    await wecom.do("inject", userid="wangmei", text="开始")
    for rest in (60, 120):
        await wecom.do("faults", errors=[{"cmd": "aibot_send_msg", "errcode": 45009}])
        for _ in range(2):
            with pytest.raises(ChannelDown):
                await side.channel.send(HELLO)
        assert await wecom.sent() == []
        await wecom.pass_time(rest - 5)
        with pytest.raises(HeldBack):
            await side.channel.send(HELLO)
        await wecom.pass_time(6)
    await side.channel.send(HELLO)
    assert len(await wecom.sent()) == 1
