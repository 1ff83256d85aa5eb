"""How matters are listed, in 今日, 待办 and on cards."""

from collections.abc import Sequence
from datetime import datetime

from domain.decision import Card
from domain.matters.matter import Matter
from domain.period import SHANGHAI

TITLES = {
    "deed": "申报",
    "finding": "扣分",
    "award": "加分复核",
    "reversal": "撤销复核",
    "recheck": "复查",
    "appeal": "申诉",
    "binding": "绑定",
    "question": "提问",
    "repair": "修复",
    "photos": "照片检查",
    "tip": "举报核实",
    "help": "求助",
    "project": "项目",
    "dispute": "调解",
    "booking": "预约",
    "voiding": "和解后撤销",
    "handover": "移送",
    "board": "红黑榜",
    "downgrade": "降级确认",
    "case": "案例",
    "nomination": "评优",
    "certificate": "证书",
    "paste": "转发稿",
    "witness": "作证",
    "rules": "新规则",
}
"""What people call the sorts of matters."""
TYPED = frozenset("TDSLBPGF")
"""The letters of codes that people type; others are answered by their row only."""
NOTHING = "现在没有等您答复的事，辛苦了。"

_WIDEST = 100
"""So many signs of a matter's own words stand in a row."""
LONGEST = 20
"""Rows of one list; what does not fit follows once these are answered."""


def today(now: datetime) -> str:
    """The title of the morning card."""
    local = now.astimezone(SHANGHAI)
    return f"今日 {local.month}月{local.day}日"


def due(at: int | None) -> str:
    """Until when an answer is wanted."""
    if at is None:
        return ""
    moment = datetime.fromtimestamp(at / 1000, SHANGHAI)
    return f"（{moment.month}月{moment.day}日 {moment:%H:%M} 前）"


def titled(matter: Matter) -> str:
    """What a matter is called in a list."""
    code = f"{matter.code} " if matter.code[0] in TYPED else ""
    line = matter.line if len(matter.line) <= _WIDEST else f"{matter.line[: _WIDEST - 1]}…"
    return f"{code}{TITLES.get(matter.sort, '')} {line}"


def row(matter: Matter) -> str:
    """One matter in a list."""
    return f"{titled(matter)}{due(matter.due_at)}"


def agenda(title: str, matters: Sequence[Matter], waiting: int = 0) -> Card:
    """A numbered list that is answered by numbers; ``waiting`` is how much there is, where it shows less."""
    lines = tuple(f"{number}. {row(matter)}" for number, matter in enumerate(matters, 1))
    appeal = bool(matters) and matters[0].sort == "appeal"
    actions = ("1 成立 理由", "1 不成立 理由") if appeal else ("1 属实", "1 不属实 原因")
    shown = f"{len(matters)} 件"
    count = f"{waiting} 件，先列 {shown}" if waiting > len(matters) else shown
    return Card(f"{title} · {count}", lines, actions)
