"""What is said about cases."""

from domain.decision import Card

TITLE = "【案例】{title}"
PUBLIC = "【身边的道理】{title}\n{text}\n（故事是编的，人和地方都不是真的。）"
NEED = "这个案例要两位管理小组成员（监督员和书记）都同意才能发。有没有像哪一家？像就请不同意。"
ACTIONS = ("属实（同意）", "不属实 原因（不同意）")
TWICE = "您已经同意过这个案例，还要另一位同意。"
FIRST = "记下了，还要另一位同意。"
APPROVED = "两位都同意了，可以在工作台的“案例库”里发到群里。"
REJECTED = "记下了，这个案例不发。"
GONE = "这个案例已经有结果了，什么都没有改。"


def card(title: str, text: str) -> Card:
    """A case as its approvers read it."""
    return Card(TITLE.format(title=title), (*text.splitlines(), NEED), ACTIONS)


def public(title: str, text: str) -> str:
    """A case as groups read it."""
    return PUBLIC.format(title=title, text=text)
