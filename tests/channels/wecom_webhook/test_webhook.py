"""The group robot: what it posts, how fast, and what it does when the platform says no."""

import base64
import hashlib
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.channels.wecom_webhook.account import Account, mistakes
from bot.channels.wecom_webhook.channel import WebhookChannel, build
from domain.channel import ChannelDown, HeldBack, Outgoing, SendInDoubt, SendRefused
from tests.channels.wecom import KEY, WeCom, running

PNG = b"\x89PNG\r\n\x1a\n" + bytes(3000)
HELLO = Outgoing("group", "group", "您好")


@pytest_asyncio.fixture
async def robot(wecom: WeCom) -> AsyncIterator[WebhookChannel]:
    channel = build(Account(f"{wecom.url}/cgi-bin/webhook/send?key={KEY}"), "hook", wecom.now)
    async with running(channel) as side:
        await side.becomes("online")
        yield channel


async def posted(wecom: WeCom) -> list[dict[str, object]]:
    return list((await wecom.see(f"webhook/{KEY}"))["messages"])


async def test_a_text_rings_those_it_names(wecom: WeCom, robot: WebhookChannel) -> None:
    await robot.send(Outgoing("group", "group", "请看今日", (("wangmei", "王梅"),)))
    (said,) = await posted(wecom)
    assert said["content"] == {"content": "请看今日", "mentioned_list": ["wangmei"]}


async def test_a_long_text_goes_as_markdown(wecom: WeCom, robot: WebhookChannel) -> None:
    await robot.send(Outgoing("group", "group", "通" * 800, (("wangmei", "王梅"),)))
    (said,) = await posted(wecom)
    assert (said["msgtype"], said["content"]) == ("markdown", {"content": "<@wangmei> " + "通" * 800})


async def test_no_text_grows_too_long_by_being_made_harmless(wecom: WeCom, robot: WebhookChannel) -> None:
    most = robot.capabilities.text_bytes or 0
    for hostile in ("[a](b)<c>", ">\n", "#", "<a", "](", "]["):
        await robot.send(Outgoing("group", "group", (hostile * most)[:most]))
    assert len(await posted(wecom)) == 6


async def test_a_picture_comes_with_its_checksum(wecom: WeCom, robot: WebhookChannel) -> None:
    await robot.send(Outgoing("group", "group", "红黑榜", image=PNG, image_name="榜.png"))
    said = await posted(wecom)
    checksum = hashlib.md5(PNG).hexdigest()  # noqa: S324 - the platform's checksum
    assert [one["msgtype"] for one in said] == ["text", "image"]
    assert said[1]["content"] == {"base64": base64.b64encode(PNG).decode(), "md5": checksum}


@pytest.mark.parametrize(
    "never",
    [
        Outgoing("group", "group", "长" * 1400),
        Outgoing("group", "group", "图", image=bytes(2 * 1024 * 1024 + 1)),
        Outgoing("group", "group", ""),
        Outgoing("wangmei", "private", "悄悄话"),
        Outgoing("other", "group", "别的群"),
    ],
)
async def test_what_it_never_takes_does_not_go_out(wecom: WeCom, robot: WebhookChannel, never: Outgoing) -> None:
    with pytest.raises(SendRefused):
        await robot.send(never)
    assert await posted(wecom) == []


async def test_eighteen_a_minute_and_pictures_count(wecom: WeCom, robot: WebhookChannel) -> None:
    for _ in range(17):
        await robot.send(HELLO)
    with pytest.raises(HeldBack):
        await robot.send(Outgoing("group", "group", "榜", image=PNG))
    await robot.send(HELLO)
    with pytest.raises(HeldBack):
        await robot.send(HELLO)
    assert len(await posted(wecom)) == 18
    await wecom.pass_time(61)
    await robot.send(HELLO)
    assert len(await posted(wecom)) == 19


async def test_too_often_stops_it_for_a_minute(wecom: WeCom, robot: WebhookChannel) -> None:
    await wecom.do("faults", webhook_errors=[{"errcode": 45009}])
    for _ in range(3):
        with pytest.raises(HeldBack):
            await robot.send(HELLO)
    assert robot.status().state == "online"
    await wecom.pass_time(61)
    await robot.send(HELLO)
    assert len(await posted(wecom)) == 1


@pytest.mark.parametrize(("status", "outcome"), [(502, ChannelDown), (500, SendInDoubt)])
async def test_a_broken_machine_in_between(
    wecom: WeCom, robot: WebhookChannel, status: int, outcome: type[Exception]
) -> None:
    await wecom.do("faults", webhook_http=[status])
    with pytest.raises(outcome):
        await robot.send(HELLO)


async def test_a_robot_that_was_removed_is_told(wecom: WeCom, caplog: pytest.LogCaptureFixture) -> None:
    channel = build(Account(f"{wecom.url}/cgi-bin/webhook/send?key=gone"), "hook", wecom.now)
    async with running(channel) as side:
        await side.becomes("online")
        with pytest.raises(ChannelDown):
            await channel.send(HELLO)
        await side.becomes("refused")
    assert "gone" not in caplog.text


@pytest.mark.parametrize(
    "address",
    [
        "http://evil.example/cgi-bin/webhook/send?key=x",
        "https://evil.example/cgi-bin/webhook/send?key=x",
        "https://qyapi.weixin.qq.com.evil.example/cgi-bin/webhook/send?key=x",
        "https://qyapi.weixin.qq.com@evil.example/cgi-bin/webhook/send?key=x",
        "http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=x",
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send",
        "https://[",
    ],
)
def test_only_the_platforms_own_address_will_do(address: str) -> None:
    assert [path for path, _ in mistakes(Account(address))] == ["url"]
    assert address not in repr(Account(address))


def test_the_right_address_will_do() -> None:
    assert list(mistakes(Account(f"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={KEY}"))) == []
