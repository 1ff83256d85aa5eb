"""How tip-offs read on the cards that their recipients get."""

from domain.decision import Card
from domain.tips.case import TipCase

TOPICS = {
    "ebike_fire": "电动车与消防安全",
    "dog": "文明养犬",
    "honest_business": "诚信经营",
    "environment": "环境卫生",
    "partner_duty": "共建履约",
    "public_order": "公共秩序",
    "civil_practice": "文明实践",
    "other": "其他",
}
STATES = {
    "held": "已收到，下一批转给核查人",
    "handed": "已转给核查人",
    "asked": "核查人有一个问题想问您",
    "answered": "已收到您的补充",
    "once_confirmed": "已初步核实，等另一人复核",
    "confirmed": "已核实，属实",
    "rejected": "已核实，没有发现所反映的情况",
    "unclear": "已核查，暂时无法核实",
    "merged": "与另一条同一件事的线索合并核查",
    "withdrawn": "已按您的意思撤回",
}
"""The status word that the holder of a receipt reads."""
_ACTIONS = ("属实", "不属实 没有看到", "无法核实")
_KEEP = "请只凭自己现场看到的处理；不要转发原文，不要打听是谁反映的。"
_ASK = "想多了解一点，引用这条发“追问 想问的话”，我来转问。"
_MORE = "（补充）"
PHOTO = "（附照片，请只供核查）"


def visit_due(code: str) -> str:
    """Three days are over and nobody answered."""
    return f"{code} 转给您三天了，请到现场看看，再回复“属实”“不属实 原因”或“无法核实”。"


def verdict_due(code: str) -> str:
    """Ten days are over."""
    return f"{code} 转给您十天了，请今天答复；明天还没有结论，就交书记接手。"


def overdue(code: str, line: str) -> str:
    """What the secretary reads, who takes over and is not shown the text."""
    return (
        f"【举报核实】{code}\n{line}\n十天没有答复，请您接手：内容只有原来的核查人看得到，请向他们问清是什么事，到现场看过再答复；"
        f"不要打听是谁反映的。\n回复：{' / '.join(_ACTIONS)}"
    )


def line(case: TipCase) -> str:
    """A case in a list; never its text."""
    return TOPICS.get(case.topic, TOPICS["other"]) + ("（需两人核实）" if case.serious else "")


def card(case: TipCase, texts: tuple[str, ...], *, more: bool, photo: bool) -> Card:
    """What a recipient gets at the hand-over; ``more`` where it adds to a card from before."""
    title = f"【举报核实】{case.code}" + (_MORE if more else "")
    photos = (PHOTO,) if photo else ()
    return Card(title, (line(case), *texts, *photos, _KEEP, _ASK), _ACTIONS)
