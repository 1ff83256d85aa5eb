"""What is said about texts that a person pastes."""

from datetime import datetime

from domain.decision import Card
from domain.matters.matter import Matter
from domain.period import SHANGHAI

NOTHING = "现在没有等您粘贴的转发稿。"
NOT_FOUND = "没有找到等您粘贴的 {code}，什么都没有改。发“今日”看看有哪些。"
NOT_YET = "好的，{code} 还留在“今日”里。贴好以后回“已发出 {code}”。"
_SHOWN = 18


def line(room: str, text: str, *, confirms: bool = False) -> str:
    """The row of 今日."""
    return f"{f'请群主确认，发到“{room}”' if confirms else f'贴到“{room}”'}：{_short(text)}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return f"{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}"


def card(code: str, room: str) -> Card:
    """What stands above the text."""
    lines = (f"请把下面那条原样贴到“{room}”，有图的一起发。", "贴好以后回一句“已发出”，我就记下今天的日期。")
    return Card(f"【转发稿】{code}", lines, (f"已发出 {code}",))


def confirm_card(code: str, room: str, text: str) -> Card:
    """A task that the group's owner confirms in WeCom."""
    lines = (
        f"发到“{room}”的话已经备好：{_short(text)}",
        "请群主打开企业微信的“群发助手”，点一下确认，它就发出去了；发出以后我自己记日期，不用回话。",
        f"要是您已经自己贴进群里了，回一句“已发出 {code}”。",
    )
    return Card(f"【群发待确认】{code}", lines, (f"已发出 {code}",))


def noted(matter: Matter, now: datetime) -> str:
    """It was pasted."""
    local = now.astimezone(SHANGHAI)
    return f"记下了：{matter.code} 已在 {local.month}月{local.day}日 贴到“{matter.facts['room']}”，辛苦了。"


def already(matter: Matter) -> str:
    """Somebody said so before."""
    local = datetime.fromtimestamp((matter.closed_at or 0) / 1000, SHANGHAI)
    return f"{matter.code} 在 {local.month}月{local.day}日 就办结了，不用再贴，谢谢您。"


def which(matters: tuple[Matter, ...]) -> str:
    """Several are open."""
    rows = "\n".join(f"{one.code} {one.line}" for one in matters)
    return f"等您粘贴的不止一份，是哪一份？\n{rows}\n请回“已发出 {matters[0].code}”这样的话。"


def unconfirmed(matter: Matter) -> str:
    """Asked again, where the group's owner has to confirm."""
    return f"{matter.code} 还没有发出去。{matter.line}\n群主在企业微信的“群发助手”里点一下确认就好。"


def waits(matter: Matter) -> str:
    """Asked again."""
    return f"转发稿 {matter.code} 贴了吗？{matter.line}\n贴好了回“已发出 {matter.code}”；原文在工作台的“转发稿”里，往上翻也有。"


def forgotten(matter: Matter) -> str:
    """Told to the secretary."""
    return f"转发稿 {matter.code} 三天没有发出去：{matter.line}\n请问一下网格员，或由您贴好后回“已发出 {matter.code}”。"
