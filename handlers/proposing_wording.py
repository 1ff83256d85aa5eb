"""How proposals of the bot read."""

from domain.decision import Card
from domain.rules.catalogue import Item


def line(name: str, item: Item) -> str:
    """A proposed award in lists."""
    return f"{name} {item.title} +{item.points}"


def note(source: str) -> str:
    """Where the proposal comes from."""
    return f"{source} 已办好"


def card(code: object, about: str, source: str) -> Card:
    """What the second person decides on."""
    lines = (about, f"说明：{source} 已由提出的一方确认办好。", "由管理小组认定的，要您再确认。")
    return Card(f"【加分复核】{code}", lines, ("属实", "不属实 原因"))
