"""gridbot doctor at the doors: what each platform says to the settings, before anybody relies on them."""

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.channels.secret import Secret
from bot.channels.tables import Configured
from bot.channels.web_tip.settings import Settings as PageSettings
from bot.channels.wechaty.settings import Settings as WechatySettings
from bot.channels.wecom_aibot.account import Account as Robot
from bot.channels.wecom_aibot.checking import answer_of as robot_answer
from bot.channels.wecom_groupmsg.account import Account as Company
from bot.channels.wecom_groupmsg.checking import answer_of as groups_answer
from bot.channels.wecom_kf.checking import answer_of as kf_answer
from bot.channels.wecom_webhook.checking import answer_of as webhook_answer
from bot.config import Config, DataSettings
from bot.doctor.doors import look
from tests.channels.wecom import BOT, KEY, SECRET, WeCom
from tests.channels.wecom_kf.callbacks import SETTINGS

WRONG = "somebody else's"


@pytest.fixture(scope="module")
def wecom() -> Iterator[WeCom]:
    with WeCom() as running:
        yield running


async def test_the_platform_takes_what_is_right(wecom: WeCom) -> None:
    assert await robot_answer(Robot(BOT, SECRET, wecom.socket)) == ()
    assert await kf_answer(replace(SETTINGS, url=wecom.url)) == ()
    assert await webhook_answer(f"{wecom.url}/cgi-bin/webhook/send?key={KEY}") == ()
    assert await wecom.sent() == []


async def test_what_is_wrong_is_said_with_the_setting_to_look_at(wecom: WeCom) -> None:
    (robot,) = await robot_answer(Robot(BOT, WRONG, wecom.socket))
    assert "bot_id 和 secret" in robot
    (kf,) = await kf_answer(replace(SETTINGS, url=wecom.url, secret=WRONG))
    assert "corpid 和 secret" in kf
    (account,) = await kf_answer(replace(SETTINGS, url=wecom.url, open_kfid="wkOther"))
    assert "没有 open_kfid 写的这个客服账号" in account
    (webhook,) = await webhook_answer(f"{wecom.url}/cgi-bin/webhook/send?key=other")
    assert "换上新地址" in webhook


async def test_what_cannot_be_reached_is_said(unused: int) -> None:
    nowhere = f"http://127.0.0.1:{unused}"
    assert "上网" in (await robot_answer(Robot(BOT, SECRET, nowhere.replace("http", "ws"))))[0]
    assert await kf_answer(replace(SETTINGS, url=nowhere))
    assert "上网" in (await webhook_answer(f"{nowhere}/cgi-bin/webhook/send?key={KEY}"))[0]
    assert "上网" in (await groups_answer(Company("ww1", SECRET, url=nowhere)))[0]


@pytest.fixture
def unused() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


async def test_the_doctor_goes_from_door_to_door(tmp_path: Path, unused: int) -> None:
    """网关没开、网页的端口被占着 → 各一句怎么办；都好的一句“没有发现问题”。"""
    gateway = WechatySettings(Secret("a_b", "", ""), f"127.0.0.1:{unused}", tls=False)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        page = PageSettings("https://x.example", port=int(taken.getsockname()[1]))
        channels = {
            "wechat": Configured("wechat", "wechaty", gateway),
            "page": Configured("page", "web_tip", page),
            "paste": Configured("paste", "manual", None),
        }
        config = Config(data=DataSettings(str(tmp_path)), channels=channels)
        said = [str(finding) async for finding in look(config, {})]
    assert said == [
        "[要处理] 渠道 page：网页举报要用的端口被别的程序占着，请换一个 port",
        "[好] 渠道 paste 试过了，没有发现问题",
        f"[要处理] 渠道 wechat：连不上网关 127.0.0.1:{unused}；请看看网关程序开着没有，地址和端口写得对不对",
    ]
