"""Talk with WeChat users: what is heard once through restarts, and five replies spent wisely."""

import asyncio
import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import bot.channels.wecom_kf as package
from bot.channels.wecom_kf import wording
from bot.channels.wecom_kf.account import Account, mistakes
from bot.channels.wecom_kf.channel import build
from bot.channels.wecom_kf.inbound import message_of
from bot.channels.wecom_kf.receiver import PATH
from domain.channel import HeldBack, Outgoing, SendRefused
from tests.channels.wecom import WAIT, Side, WeCom, running
from tests.channels.wecom_kf.callbacks import CORP, KEY, NOON, SETTINGS, TOKEN


def said_to(person: str, text: str) -> Outgoing:
    return Outgoing(person, "private", text)


@asynccontextmanager
async def talking(wecom: WeCom, folder: Path, **other: Any) -> AsyncIterator[Side]:
    """The channel, up, and known to the platform."""
    settings = replace(SETTINGS, url=wecom.url, cursor_file=str(folder / "cursor"), **other)
    channel = build(settings, "kf", wecom.now)
    async with running(channel) as side:
        await side.becomes("online")
        address = f"http://127.0.0.1:{channel.port}{PATH}"
        checked = await wecom.do("kf/callback", url=address, token=TOKEN, aes_key=KEY, receiveid=CORP)
        assert checked["verified"]
        yield side


async def replies(wecom: WeCom) -> list[str]:
    return [one["content"]["content"] for one in (await wecom.see("kf/sent"))["sent"]]


async def test_a_resident_writes_and_is_answered(wecom: WeCom, tmp_path: Path) -> None:
    """
    居民（微信客服）：有人占用消防通道
    机器人：已收到，编号 D12
    """
    async with talking(wecom, tmp_path) as side:
        await wecom.do("kf/inject", external_userid="wmLi", text="有人占用消防通道")
        said = await side.message()
        assert (said.scene, said.sender, said.sender_name, said.text) == ("private", "wmLi", "", "有人占用消防通道")
        await side.channel.send(said_to("wmLi", "已收到，编号 D12"))
        assert await replies(wecom) == ["已收到，编号 D12"]


@pytest.mark.parametrize(
    "odd",
    [
        {"origin": 5},
        {"origin": 4},
        {"external_userid": ""},
        {"external_userid": 7},
        {"msgid": None},
    ],
)
def test_only_customers_are_heard(odd: dict[str, Any]) -> None:
    item = {"origin": 3, "external_userid": "wmLi", "msgid": "m1", "msgtype": "text", "text": {"content": "您好"}}

    async def load(_: str) -> bytes:
        raise NotImplementedError

    assert message_of(item, "kf", load, NOON)
    assert message_of({**item, **odd}, "kf", load, NOON) is None


def test_the_call_that_reveals_nicknames_is_nowhere() -> None:
    sources = [path.read_text("utf-8") for path in Path(package.__path__[0]).glob("*.py")]
    assert len(sources) > 5
    assert not any("customer/batchget" in source or "service_state/trans" in source for source in sources)


async def test_three_answers_then_one_request_for_a_word(wecom: WeCom, tmp_path: Path) -> None:
    async with talking(wecom, tmp_path) as side:
        await wecom.do("kf/inject", external_userid="wmLi", text="积分明细")
        await side.message()
        for number in (1, 2, 3):
            await side.channel.send(said_to("wmLi", f"第{number}条"))
        for _ in range(3):
            with pytest.raises(HeldBack):
                await side.channel.send(said_to("wmLi", "第4条"))
        assert await replies(wecom) == ["第1条", "第2条", "第3条", wording.MORE]
        await wecom.do("kf/inject", external_userid="wmLi", text="好")
        await side.message()
        await side.channel.send(said_to("wmLi", "第4条"))
        assert (await replies(wecom))[4:] == ["第4条"]


async def test_after_two_days_only_the_person_opens_the_talk(wecom: WeCom, tmp_path: Path) -> None:
    async with talking(wecom, tmp_path) as side:
        await wecom.do("kf/inject", external_userid="wmLi", text="在吗")
        await side.message()
        await wecom.pass_time(48 * 3600 + 60)
        with pytest.raises(HeldBack):
            await side.channel.send(said_to("wmLi", "在"))
        assert await replies(wecom) == []


async def test_the_platforms_own_count_is_believed(wecom: WeCom, tmp_path: Path) -> None:
    async with talking(wecom, tmp_path) as side:
        await wecom.do("kf/inject", external_userid="wmLi", text="在吗")
        await side.message()
        for text in ("一", "二", "三"):
            await side.channel.send(said_to("wmLi", text))
    async with talking(wecom, tmp_path) as side:  # after the restart nothing is known of the count
        for text in ("四", "五"):
            await side.channel.send(said_to("wmLi", text))
        with pytest.raises(HeldBack):
            await side.channel.send(said_to("wmLi", "六"))
        with pytest.raises(SendRefused):
            await side.channel.send(said_to("wmNobody", "您好"))


async def test_what_was_said_while_away_is_heard_once(wecom: WeCom, tmp_path: Path) -> None:
    async with talking(wecom, tmp_path) as side:
        await wecom.do("kf/inject", external_userid="wmLi", text="一")
        assert (await side.message()).text == "一"
    for text in ("二", "三"):
        await wecom.do("kf/inject", external_userid="wmLi", text=text, notify=False)
    await wecom.pass_time(6 * 3600)
    async with talking(wecom, tmp_path) as side:
        assert [(await side.message()).text for _ in range(2)] == ["二", "三"]
        await wecom.do("kf/inject", external_userid="wmLi", text="四")
        assert (await side.message()).text == "四"
        assert side.messages.empty()


async def test_the_first_start_passes_over_old_talk(wecom: WeCom, tmp_path: Path) -> None:
    await wecom.do("kf/inject", external_userid="wmLi", text="昨天的话", notify=False)
    await wecom.pass_time(24 * 3600)
    async with talking(wecom, tmp_path) as side:
        await wecom.do("kf/inject", external_userid="wmLi", text="今天的话")
        assert (await side.message()).text == "今天的话"


async def test_an_expired_token_is_renewed_once_for_all(wecom: WeCom, tmp_path: Path) -> None:
    """Line H020 of the catalogue."""
    async with talking(wecom, tmp_path) as side:
        people = [f"wm{number}" for number in range(20)]
        for person in people:
            await wecom.do("kf/inject", external_userid=person, text="在吗", notify=False)
        await wecom.pass_time(7201)
        await asyncio.gather(*(side.channel.send(said_to(person, "在")) for person in people))
        seen = await wecom.see("kf/sent")
        assert sorted(one["touser"] for one in seen["sent"]) == sorted(people)
        assert seen["tokens"] == 2


async def test_wrong_credentials_end_it(wecom: WeCom, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    wrong: dict[str, Any] = {"secret": "WRONGSECRET"}
    settings = replace(SETTINGS, url=wecom.url, cursor_file=str(tmp_path / "cursor"), **wrong)
    async with running(build(settings, "kf", wecom.now)) as side:
        await asyncio.wait_for(side.task, 5)
    assert side.channel.status().state == "refused"
    assert "WRONGSECRET" not in caplog.text + repr(settings)


async def test_who_comes_in_is_greeted_once(wecom: WeCom, tmp_path: Path) -> None:
    async with talking(wecom, tmp_path) as side:
        await wecom.do("kf/inject", external_userid="wmLi", event="enter_session", scene="grid3")
        await wecom.do("kf/inject", external_userid="wmLi", text="您好")
        await side.message()
        async with asyncio.timeout(WAIT):
            while not (said := await replies(wecom)):
                await asyncio.sleep(0.01)
        assert said == [wording.WELCOME]


async def test_photos_are_fetched_when_looked_at(wecom: WeCom, tmp_path: Path) -> None:
    async with talking(wecom, tmp_path) as side:
        await wecom.do("kf/inject", external_userid="wmLi", image_b64=base64.b64encode(b"photo").decode())
        said = await side.message()
        assert said.kind == "image"
        assert said.image
        assert await said.image() == b"photo"


async def test_it_comes_back_when_the_platform_does(tmp_path: Path) -> None:
    with WeCom() as gone:
        port = gone.port
    settings = replace(SETTINGS, url=gone.url, cursor_file=str(tmp_path / "cursor"))
    async with running(build(settings, "kf", gone.now)) as side:
        await asyncio.sleep(0.1)
        assert side.channel.status().state == "connecting"
        with WeCom(port) as back:
            await back.do("kf/inject", external_userid="wmLi", text="在吗", notify=False)
            assert (await side.message()).text == "在吗"
            await side.becomes("online")


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({}, []),
        ({"aes_key": "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"}, ["aes_key"]),
        ({"aes_key": "短", "token": " ", "port": 0}, ["token", "aes_key", "port"]),
        ({"url": "http://evil.example"}, ["url"]),
    ],
)
def test_mistakes_of_the_settings(change: dict[str, Any], wrong: list[str]) -> None:
    settings: Account = replace(replace(SETTINGS, port=8090), **change)
    assert [name for name, _ in mistakes(settings)] == wrong
    assert settings.token.strip() == "" or settings.token not in repr(settings)
