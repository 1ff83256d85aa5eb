"""The whole bot behind 微信客服: what could not be said for two days comes in one reply, behind the answer."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from bot.app import opened
from bot.channels.wecom_kf.channel import build
from bot.channels.wecom_kf.receiver import PATH
from bot.clock import SetClock
from bot.config import Config, DataSettings
from domain.decision import Say, Target, Unit, Urgency
from tests.channels.wecom import WAIT, WeCom, until
from tests.channels.wecom_kf.callbacks import CORP, KEY, SETTINGS, TOKEN
from tests.channels.wecom_kf.test_conversations import replies

HER = Target("account", "wmLi", "kf")


async def test_two_days_of_news_come_in_one_reply_behind_the_answer(wecom: WeCom, tmp_path: Path) -> None:
    """
    居民（微信客服）：帮助
    机器人：（能办什么）
    （两天多没说话，其间有三件事）
    居民（微信客服）：帮助
    机器人：（能办什么）
    机器人：您的申报已通过。／您的券快到期了。／周五有活动。
    """
    clock = SetClock(wecom.now())
    channel = build(replace(SETTINGS, url=wecom.url, cursor_file=str(tmp_path / "cursor")), "kf", clock.now)
    async with opened(Config(data=DataSettings(str(tmp_path))), clock, {"kf": channel}) as app:
        running = asyncio.create_task(app.run())
        await until(lambda: channel.status().state == "online")
        address = f"http://127.0.0.1:{channel.port}{PATH}"
        await wecom.do("kf/callback", url=address, token=TOKEN, aes_key=KEY, receiveid=CORP)
        help_ = await _said(wecom, 1)
        await wecom.pass_time(50 * 3600)
        clock.set(wecom.now())
        news = ("您的申报已通过。", "您的券快到期了。", "周五有活动。")
        says = tuple(Say(HER, text, urgency=Urgency.NOTICE) for text in news)
        await app.store.post(Unit(None, says, at=int(clock.now().timestamp() * 1000)))
        await app.idle()
        assert await replies(wecom) == help_
        assert (await _said(wecom, 3))[1:] == [*help_, "\n\n".join(news)]
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def _said(wecom: WeCom, want: int) -> list[str]:
    """Somebody asks for help, and what the bot said so far once it said so much."""
    await wecom.do("kf/inject", external_userid="wmLi", text="帮助")
    async with asyncio.timeout(WAIT):
        while len(said := await replies(wecom)) < want:
            await asyncio.sleep(0.02)
    return said
