"""What is said about replies to cards."""

from collections.abc import Sequence

from domain.decision import Card
from domain.matters.matter import Matter
from domain.services.service import DISPUTE

NOT_YOURS = "没有找到您参与的 {code}，什么都没有改。"
OVER = "{code} 已经答复过或者办结了，什么都没有改。还有事可以再发“求助 …”。"
NOT_CLAIMED = "{code} 还没有人接手，有人接手我马上告诉您；不需要了，引用这条回复“撤回”。"
ONLY_YES_NO = "{code} 请回复“是”或“不是”。"
AT_THE_DESK = "{code} 是社区提出来的，有话请直接告诉网格员。"
WITHDRAWN = "{code} 已经撤回了。"
CARRIED = "已经替您转过去了。"
_HELP = {"asker": "求助的人说", "helper": "帮忙的人说"}
_DISPUTE = {"asker": "申请调解的一方说", "other": "另一方说", "helper": "调解员说"}


def which(codes: Sequence[str], *, by_code: bool) -> str:
    """Several things are asked of the same person; who has a duty may also answer by the code."""
    coded = f"，或者带上编号：“{codes[0]} 属实”“{codes[0]} 不属实”" if by_code else ""
    return f"有几件在等您回答：{'、'.join(codes)}。请引用那一条卡片回复“是”或“不是”{coded}。"


def carried(matter: Matter, part: str, text: str) -> Card:
    """Somebody's words, carried to the other side."""
    who = (_DISPUTE if matter.sort == DISPUTE else _HELP)[part]
    return Card(f"【传话】{matter.code} {who}", (text, "要回话，引用这条消息直接写。"))


def cancelled(booking: Matter) -> str:
    """What the provider reads."""
    return f"{booking.code} {booking.line} 的预约取消了，场地空出来了。"
