"""What a residents' group says all day, and the messages it says it in."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import count

from domain.message import Message, Scene

_WORDS = """
今天 晚上 楼下 快递 谁家 的狗 又叫了 物业 电话 多少 停水 通知 明天 早上 小区 门口 菜场 打折 好的 收到 谢谢 大家
注意 安全 孩子 放学 了吗 哈哈哈 图片 表情 有没有 人 一起 跑步 电梯 坏了 什么时候 修 群里 拼团 车位 堵住 麻烦
挪一下 积分 举报
"""
_PIECES = _WORDS.split()
_TAILS = ("!", "?", "~", " 666", "😂", "\n谢谢")
AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
_numbers = count(1)


def chatter(how_many: int = 512, seed: int = 7) -> list[str]:
    """Messages of one to twelve pieces; some begin as a command does, none is one."""
    chance = random.Random(seed)
    said: list[str] = []
    while len(said) < how_many:
        text = "".join(chance.choice(_PIECES) for _ in range(chance.choice((1, 2, 3, 3, 4, 5, 6, 8, 12))))
        if text != "积分":
            said.append(text + (chance.choice(_TAILS) if chance.random() < 0.2 else ""))
    return said


def message(text: str, sender: str = "p1", scene: Scene = "group", room: str = "g1") -> Message:
    """A message with an id of its own, as the channel of the benchmarks hands it over."""
    place = room if scene == "group" else ""
    number = f"m{next(_numbers)}"
    return Message("bench", number, AT, sender, sender, scene, place, text, scene == "private")


def messages(texts: Sequence[str], **more: str) -> list[Message]:
    """One message for each text."""
    return [message(text, **more) for text in texts]  # type: ignore[arg-type]
