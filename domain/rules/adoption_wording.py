"""What is said about new versions of the rules."""

from collections.abc import Sequence

from domain.decision import Card

BUNDLE = "规则.json"
ONCE = "您已同意，还要另一个人同意才启用，已经转过去了。"
STAYS = "好的，不启用新规则，照原来的规则办。"
DONE = "新规则（{version}）现在启用。以前记的账照当时的规则，不变。"
SHOWN = 12
"""Changes on a card; the desk shows them all."""


def line(version: str, meeting: str) -> str:
    """The row in 待办."""
    return f"启用新规则 {version}" + (f"（{meeting}通过）" if meeting else "")


def adopted(held_on: str, meeting: str) -> str:
    """Where the rules in force come from."""
    year, month, day = held_on.split("-")
    return f"这一版规则 {year} 年 {int(month)} 月 {int(day)} 日由{meeting}通过。"


def card(about: str, votes: str, changed: Sequence[str]) -> Card:
    """What the two read who agree to it."""
    more = [f"……另有 {len(changed) - SHOWN} 处，请到工作台“规则版本”看全。"] if len(changed) > SHOWN else []
    ask = "要两个人同意。发“待办”按行号回复，例如“1 属实”；不同意回“1 不属实 原因”。"
    return Card("【新规则】", (about, f"表决：{votes}", *changed[:SHOWN], *more, ask), ("属实", "不属实 原因"))
