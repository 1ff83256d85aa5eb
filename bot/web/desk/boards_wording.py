"""What the desk says about boards."""

from domain.boards.states import Kept

GONE = "这一期已经变了，请看看现在的样子再决定。"
NO_REASON = "请写原因，监督员看得到。"
DROPPED = "{line} 不单独列出了，原因已记下，监督员看得到；它仍然算在总数里。"
NOT_YET = "还不能发布：要两人同意（其中一位是监督员、没有人反对），告知满七天。"
PUBLISHED = "发布了，马上送到各网格群。"
TAKEN_DOWN = "撤下了，从现在起谁问都不再显示。"
ASSESSED = "已备案，从下一次生成的草案起可以按规则列单行。请把评估报告存好三年。"


def state(kept: Kept) -> str:
    """Where a board stands."""
    if kept.matter.closed_at is not None:
        return "已撤下"
    if kept.edition == "full":
        return "已公布"
    if kept.edition == "counts":
        return "已公布数字，等评榜"
    return "两人已同意，等公布" if kept.approved else "草案，等评榜"
