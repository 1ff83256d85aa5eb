"""What is said about repairs."""

from datetime import date

from domain.decision import Card
from domain.findings.timing import shown
from domain.matters.matter import Matter
from domain.rules.negative import NegativeItem

HOW = (
    "信用修复免费：改好以后私聊我发“修复 编号 怎么改的”（可以附照片），5 天内核实答复。轻微的全部加回，一般的加回八成，"
    "严重的加回一半；同一项一年最多两次。每一项怎么改，发“遛狗不牵绳扣多少分”这样的话就能看到。"
)
NOTHING = "您现在没有入账的扣分，不用修复。"
WHICH = "是哪一条？请回复前面的数字。"
HOW_DONE = "是怎么改的？请写一句，例如“已清理干净”。"
NOT_NOW = "{code} 现在不能修复：还没有入账，或者已经办完了。发“信用修复”可以看到办法。"
RUNNING = "{code} 的修复正在核实，请等答复，什么都没有改。"
WHY = "没有通过的原因是什么？请写一句，本人会看到。"
GONE = "这一条已经办完了，什么都没有改。"


def unknown(code: str) -> str:
    """The same words for what does not exist and what is another's."""
    return f"没有找到您的 {code}，什么都没有改。发“信用修复”可以看到您自己的。"


def too_early(code: str, item: NegativeItem, first: date) -> str:
    """Refuses a repair before its days are over."""
    return f"{code} 要 {item.repair_days} 天没有反复才能修复，{first.month}月{first.day}日起可以申请。办法：{item.repair_by}。"


def twice(code: str, most: int) -> str:
    """Refuses more repairs than a year allows."""
    return f"{code} 这一项一年最多修复 {most} 次，已经用完了。到了影响期，它自己会失效。"


def own(finding: Matter, item: NegativeItem, back: int, first: date) -> str:
    """One of the sender's own, with what puts it right."""
    return (
        f"{finding.code} {item.title}（扣 {finding.facts['points']} 分）：{item.repair_by}；"
        f"{first.month}月{first.day}日起可以申请，核实后加回 {back} 分。"
    )


def without_item(finding: Matter) -> str:
    """One whose item left the list."""
    return f"{finding.code} {finding.facts['title']}：这一项已不在清单里，请问网格员。"


def filed(code: str, due_at: int) -> str:
    """What whoever asks reads."""
    return f"{code} 的修复收到了，{shown(due_at)} 前核实答复您。"


def card(finding: Matter, note: str, due_at: int) -> Card:
    """What the worker reads."""
    lines = (finding.line, f"本人说：{note}", f"请在 {shown(due_at)} 前去看。")
    return Card(f"【修复】{finding.code}", lines, ("属实", "不属实 原因"))


def photo_card(finding: Matter) -> Card:
    """The photo that came later."""
    return Card(f"【修复】{finding.code} 照片", (finding.line,), ("属实", "不属实 原因"))


def repaired(code: str, title: str, back: int) -> str:
    """Tells the subject what came back."""
    return f"{code} {title}：核实已改好，加回 {back} 分，24 小时内不再出现在任何榜上。谢谢您。"


def confirmed(code: str, back: int) -> str:
    """What the worker reads."""
    return f"{code} 修复已确认，加回 {back} 分，已经告诉本人。"


def refused(code: str, reason: str) -> str:
    """Tells the subject why not."""
    return f"{code} 的修复没有通过。原因：{reason}。改好以后可以再申请。"


def told_back(code: str) -> str:
    """What the worker reads after a no."""
    return f"{code} 的修复已退回，已经告诉本人。"
