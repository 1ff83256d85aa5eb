"""What is said about notices."""

from collections.abc import Sequence

WHAT = "要通知什么？请把内容发给我，先给您看一遍再发。"
DROPPED = "好的，没有发。"
LONGEST = "通知太长了，请压到 500 字以内再发。"
PRIVATE_THINGS = "通知里像是有手机号或者证件号，请去掉再发，没有发出去。"
NO_GRID = "您没有负责的网格，通知没有发。请到工作台看看自己的角色。"


def preview(text: str, grids: Sequence[str]) -> str:
    """The notice as it will be read."""
    return f"会发到{'、'.join(grids)}的群：\n{notice(text)}\n发吗？回复“是”或“不是”。"


def notice(text: str) -> str:
    """A notice as the group reads it."""
    return f"【通知】{text}"


def sent(grids: Sequence[str]) -> str:
    """Says where it went."""
    return f"已经发到{'、'.join(grids)}的群。"
