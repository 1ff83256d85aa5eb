"""How rows of a sample are shown."""

from collections.abc import Sequence

from domain.decision import Card
from domain.rules.rulebook import Rulebook
from domain.sampling import Row

NOTHING = "上周没有新的记录，不用抽查。"
_SHOWN = 60
"""Rows that one card can hold; a larger sample is cut there."""


def card(rows: Sequence[Row], rules: Rulebook) -> Card:
    """The sample, by L number, with how to object."""
    shown = rows[:_SHOWN]
    lines = tuple(_line(row, rules) for row in shown)
    return Card(
        f"【抽查】上周随机 {len(shown)} 笔",
        (*lines, "觉得不对，发“异议 编号 理由”，例如：异议 L1024 证据不足。7 天内没有异议，就算看过了。"),
    )


def _line(row: Row, rules: Rulebook) -> str:
    known = rules.item(row.entry.item) or rules.negative_item(row.entry.item)
    title = known.title if known else row.entry.item
    undone = "撤销：" if row.entry.reverses is not None else ""
    proof = "，有照片" if row.entry.evidence else ""
    return f"L{row.entry.code} {row.entry.occurred_on[5:]} {row.who} {undone}{title} {row.entry.amount:+d}{proof}"
