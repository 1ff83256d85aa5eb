"""The peers in their best configuration: forty commands each, the way their own documentation has it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

import aiogram
import nonebot
import telegram
from aiogram.filters import Command
from aiogram.types import Update
from nonebot.adapters import Adapter, Bot, Event, Message, MessageSegment
from nonebot.message import handle_event
from telegram.ext import Application, CommandHandler

_NAMES = """
查积分 积分榜 红榜 黑榜 红黑榜 我的排名 网格排名 积分明细 扣分记录 加分记录 举报 上报 事件上报 核实 驳回 撤销
申诉 申诉进度 结算 本月结算 季度榜 通知 发通知 公告 绑定 解绑 注册 帮助 菜单 网格员 联系网格员 我的网格 兑换
兑换记录 礼品 志愿 志愿报名 签到 天气 版本
"""
COMMANDS = _NAMES.split()
_ids = count(1)


@dataclass(frozen=True, slots=True)
class Peer:
    """A framework ready to take events, with events of each sort built before."""

    take: Callable[[Any], Awaitable[object]]
    chatter: Sequence[Any]
    commands: Sequence[Any]


class Hits:
    """Counts how often a handler ran."""

    count = 0

    async def __call__(self, *_: object) -> None:
        self.count += 1


def _update(text: str) -> dict[str, Any]:
    number = next(_ids)
    return {
        "update_id": number,
        "message": {
            "message_id": number,
            "date": 1_700_000_000,
            "text": text,
            "chat": {"id": -5, "type": "group", "title": "g"},
            "from": {"id": 7, "is_bot": False, "first_name": "x"},
        },
    }


def aiogram_peer(chatter: Sequence[str], hits: Hits) -> Peer:
    """Aiogram with its Command filter."""
    bot, dispatcher = aiogram.Bot("42:TEST"), aiogram.Dispatcher()

    async def handle(_message: aiogram.types.Message) -> None:
        await hits()

    for name in COMMANDS:
        dispatcher.message.register(handle, Command(name, prefix="/"))

    def built(texts: Sequence[str]) -> list[Update]:
        return [Update.model_validate(_update(text), context={"bot": bot}) for text in texts]

    hitting = [f"/{name} 3栋2单元" for name in COMMANDS] * 4
    return Peer(lambda update: dispatcher.feed_update(bot, update), built(chatter), built(hitting))


def telegram_peer(chatter: Sequence[str], hits: Hits) -> Peer:
    """python-telegram-bot with CommandHandler, which takes ASCII names only."""
    application: Any = Application.builder().token("42:TEST").updater(None).job_queue(None).build()
    application._initialized = application.bot._initialized = True  # no network: get_me counts as answered
    application.bot._bot_user = telegram.User(42, "bot", is_bot=True, username="b")
    names = [f"cmd{number:02d}" for number in range(40)]
    for name in names:
        application.add_handler(CommandHandler(name, hits))

    def built(text: str, *, command: bool) -> Any:
        update = _update(text)
        if command:
            update["message"]["entities"] = [{"type": "bot_command", "offset": 0, "length": 6}]
        return telegram.Update.de_json(update, application.bot)

    plain = [built(text, command=False) for text in chatter]
    return Peer(application.process_update, plain, [built(f"/{name} x", command=True) for name in names] * 4)


class _Segment(MessageSegment["_Text"]):
    @classmethod
    def get_message_class(cls) -> type["_Text"]:
        return _Text

    def __str__(self) -> str:
        return str(self.data["text"])

    def is_text(self) -> bool:
        return True


class _Text(Message[_Segment]):
    @classmethod
    def get_segment_class(cls) -> type[_Segment]:
        return _Segment

    @staticmethod
    def _construct(msg: str) -> Any:
        yield _Segment("text", {"text": msg})


class _Event(Event):
    text: str
    parsed: Any = None

    def get_type(self) -> str:
        return "message"

    def get_event_name(self) -> str:
        return "message.group"

    def get_event_description(self) -> str:
        return self.text

    def get_user_id(self) -> str:
        return "u1"

    def get_session_id(self) -> str:
        return "r1_u1"

    def is_tome(self) -> bool:
        return True

    def get_message(self) -> Any:
        self.parsed = self.parsed or _Text(self.text)
        return self.parsed


class _Adapter(Adapter):
    @classmethod
    def get_name(cls) -> str:
        return "bench"

    async def _call_api(self, bot: Bot, api: str, **data: Any) -> None:
        return None


class _Bot(Bot):
    async def send(self, event: Event, message: Any, **more: Any) -> None:
        return None


def nonebot_peer(chatter: Sequence[str], hits: Hits) -> Peer:
    """NoneBot2 with on_command."""
    nonebot.init(driver="~none", log_level="CRITICAL", command_start={"", "/"})
    nonebot.logger.remove()
    bot = _Bot(_Adapter(nonebot.get_driver()), "1")

    async def handle() -> None:
        await hits()

    nonebot.matcher.matchers.clear()
    for name in COMMANDS:
        nonebot.on_command(name, block=True).handle()(handle)
    hitting = [f"{name} 3栋2单元" for name in COMMANDS] * 4
    return Peer(lambda text: handle_event(bot, _Event(text=text)), chatter, hitting)
