"""What is said about declared deeds."""

from collections.abc import Sequence
from datetime import datetime

from domain.decision import Card
from domain.matters.matter import Matter
from domain.rules.catalogue import Item

WHAT = "您做了什么？请写清单里的名称，例如“楼道清理”。"
PHOTO = "有照片的话，10 分钟内直接发给我；没有就不用管这一条。"
NO_PHOTO = "好的，没有照片也可以，等答复就行。"
TOO_LATE = "照片没有对上还在等答复的申报。请重新发一次“申报 做了什么”，再发照片。"
WHY = "不属实的原因是什么？请写一句，居民会看到，例如“照片不清”。"
SECOND = "这一件您已经确认过了，还要另一个人确认，什么都没有改。"


def unknown(said: str, near: Sequence[str]) -> str:
    """Refuses what is not on the list."""
    hint = "，您是不是想申报“" + "”或“".join(near[:3]) + "”？" if near else "。"
    return f"积分清单里没有“{said}”{hint}发“积分清单”可以看到全部。"


def not_declared(item: Item) -> str:
    """Refuses an item that others record."""
    return f"“{item.title}”不用自己申报，由负责的人登记。有问题请告诉网格员。"


def line(name: str, title: str, note: str) -> str:
    """A deed in lists."""
    return f"{name} {title}" + (f"（{note}）" if note else "")


def taken(code: object, item: Item) -> str:
    """What whoever declared reads."""
    return f"{code} “{item.title}”收到了，48 小时内答复您。报错了，引用这条回复“撤回”。"


def card(code: object, about: str, due: datetime) -> Card:
    """What whoever confirms reads."""
    until = f"请在 {due.month}月{due.day}日 {due:%H:%M} 前答复。"
    return Card(f"【申报】{code}", (about, until), ("属实", "不属实 原因"))


def photo_card(deed: Matter) -> Card:
    """The photo that came later."""
    return Card(f"【申报】{deed.code} 照片", (deed.line,), ("属实", "不属实 原因"))


def photo_added(code: str) -> str:
    """Thanks for the photo."""
    return f"照片收到了，已经附在 {code} 上。"


def rejected(deed: Matter, reason: str) -> str:
    """What whoever declared reads after a no."""
    return f"{deed.code} {deed.line}：没有通过。原因：{reason}。可以补充以后再申报，有疑问请问网格员。"


def unclear(deed: Matter) -> str:
    """What whoever declared reads where nobody could tell."""
    return f"{deed.code} {deed.line}：暂时没法核实，这次不记分。补一张清楚的照片，可以再申报。"


def told_back(code: str) -> str:
    """What whoever decided reads after a no."""
    return f"{code} 已退回，已经告诉本人。"


def withdrawn(code: str) -> str:
    """What whoever took a deed back reads."""
    return f"{code} 已经撤回了，没有记分。想再报，重新发“申报 做了什么”。"


def decided_already(code: str) -> str:
    """Refuses words about a deed that is over."""
    return f"{code} 已经有结果了，什么都没有改。觉得不对，发“申诉”加流水号和理由，或者问网格员。"


def still_waiting(code: str) -> str:
    """Whoever declared wrote something that changes nothing."""
    return f"{code} 还在等答复，什么都没有改。想收回，引用这条只回“撤回”；想改，先撤回，再重新申报。"


def say_which(code: str) -> str:
    """Whoever confirms wrote something that decides nothing."""
    return f"{code} 还没有答复，什么都没有改。请写明“属实”，或者“不属实”加原因。"


def once_confirmed(code: str) -> str:
    """What the first of two reads."""
    return f"{code} 您已确认，这一项还要另一个人确认才记分，已经转过去了。"
