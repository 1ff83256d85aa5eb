"""What is said about the monthly settlement."""

from collections.abc import Sequence

from domain.decision import Card
from domain.findings.settling_wording import draft_lines
from domain.matters.matter import Matter, Step
from domain.period import month_title

NOT_MG = "月结由信用积分管理小组来办，您不在名单里，什么都没有改。"
CONCERNED = "名单里有您家、您单位的或者您要回避的事，请别的组员来表决，什么都没有改。"
AGAIN = "您已经表过态了，还要另一位组员。什么都没有改。"
OTHER_MONTH = "请说清是哪个月，例如“月结 上个月”。"


def no_draft(month: str) -> str:
    """Tells that there is nothing to vote on."""
    return f"{month_title(month)}的月结草案还没有出，草案每月 1 日 9 点发给管理小组。什么都没有改。"


def closed(month: str) -> str:
    """Tells that the month is over; nothing can be voted on any more."""
    return f"{month_title(month)}已经月结完了，不用再表态，什么都没有改。"


def draft(month: str, findings: Sequence[Matter], steps: Sequence[Step], *, masked: bool) -> Card:
    """The draft as the group sees it."""
    return Card(f"【月结】{month_title(month)}草案", draft_lines(findings, steps, masked=masked), ("同意", "反对"))


def noted(month: str, *, approve: bool, votes: int) -> str:
    """What whoever voted reads while it is not decided."""
    if approve:
        return f"{month_title(month)}月结：您已同意，现在 {votes} 人同意，要两人同意、其中一位是监督员，才入账。"
    return f"{month_title(month)}月结：您的反对已记下，暂不入账。请说明是哪一条，可以发“异议 编号 理由”；看清以后可以改为同意。"


def settled(month: str, count: int) -> str:
    """What the last voter reads."""
    done = f"入账 {count} 条，已逐一私下告知本人" if count else "没有要入账的扣分"
    return f"{month_title(month)}月结完成，{done}。"


def rejected(month: str, reason: str) -> str:
    """Tells the secretary of a no."""
    why = f"：{reason}" if reason else ""
    return f"{month_title(month)}月结有人反对{why}。先不入账；问清是哪一条，可以请他发“异议 编号 理由”，看清以后他可以改为同意。"
