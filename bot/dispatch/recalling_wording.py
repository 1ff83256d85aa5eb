"""What somebody reads who took back a message that was carried out already."""

from collections.abc import Sequence

DONE = (
    "您撤回的那条消息，我已经照它办过了；撤回消息，办好的事不会跟着撤回。"
    "要改的话，请看我当时回您的那一条，里面有编号和办法。"
)


def offer(codes: Sequence[int]) -> str:
    """The entries stand; how to undo them."""
    ways = "；".join(f"冲正 L{code}" for code in codes)
    return f"您撤回的那条消息已经登记入账，撤回消息不会撤销登记，积分没有变。要撤销，请发：{ways}"
