"""What the desk says about projects and mediations."""

from domain.services.issues import Place

NO_TITLE = "请写清要做什么，并选好网格。"
NO_ISSUE = "没有这一处，或者没有写要办成什么。要有三条以上核实过的问题才能发布难题。"
RUNNING = "这一件已经发布过，还没有办完，没有再发。"
PUBLISHED = "已经发布，合伙人会收到，周五的群消息里也会列出。"
NOT_OPEN = "这一件现在没有人在调解，什么也没有改。"
NO_FINDING = "没有找到双方之间还没生效的这条扣分，什么也没有改。请核对 L 编号，或者留空。"
ENTERED = "登记了，双方和调解员都会收到。"
STATES = {
    "asked": "在问对方",
    "open": "等人认领",
    "claimed": "有人在办",
    "reported": "等确认办好",
}


def issue(place: Place, title: str) -> str:
    """An issue as everybody reads it."""
    return f"{place.line}：{title}"
