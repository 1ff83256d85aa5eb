"""What is said about appeals, objections and reversals."""

from collections.abc import Sequence

from domain.decision import Card
from domain.findings.timing import shown

WHICH = "是哪一条？请回复前面的数字。"
NOTHING = "没有找到可以申诉的记录，什么都没有改。请把通知里的编号写上，例如“申诉 L1024 那天我不在家”。"
NO_CODE = "请把编号写上，例如“{word} L1024 理由”，什么都没有改。"
WHY_UNDONE = "为什么要撤？请写一句，例如“登记错人了”。"
REASON = "理由是什么？请写一两句，例如“那天我不在家”。"
WHY = "请写一句答复的理由，本人会看到。"
DECIDED = "{code} 的申诉已经答复过了，什么都没有改。还有疑问，请找社区书记当面说。"
RUNNING = "{code} 正在复核，请等答复，什么都没有改。"
ONLY_REMINDER = "{code} 只是提醒，没有扣分，不用申诉。有出入可以直接告诉网格员。"
OTHER_HAND = "这一条您经手过，要别人来办，什么都没有改。"
REVERSED = "{code} 已经撤销过了，或者没有可以撤销的记录，什么都没有改。"
NOT_YOURS = "{code} 不在您负责的网格，或者与您有关要回避，什么都没有改。请换一位网格员来办。"


def unknown(code: str) -> str:
    """The same words for what does not exist and what is not the sender's."""
    return f"没有找到您的 {code}，什么都没有改。请看一下编号，或者发“积分明细”。"


def filed(appeal: object, code: str, due_at: int) -> str:
    """What whoever appeals reads."""
    return f"{appeal} 收到了：{code} 先冻结，由没有参与的人复核，{shown(due_at)} 前答复您。"


def appeal_line(code: str, line: str) -> str:
    """An appeal in lists."""
    return f"{code} {line}"


def not_upheld(appeal: str, code: str, reason: str) -> str:
    """Tells the subject that the appeal failed."""
    return f"{appeal} 不成立：{code} 照原来的办。答复：{reason}。还有疑问，可以找社区书记当面说。"


def decided(appeal: str, *, upheld: bool) -> str:
    """What the reviewer reads."""
    return f"{appeal} 记为{'成立' if upheld else '不成立'}，已经告诉双方。"


def recheck_card(code: str, line: str, reason: str, due_at: int) -> Card:
    """What the other worker reads."""
    lines = (line, f"监督员的异议：{reason}", f"请在 {shown(due_at)} 前到现场或看证据复查。")
    return Card(f"【复查】{code}", lines, ("属实", "不属实 原因"))


def objected(code: str, due_at: int) -> str:
    """What the supervisor reads."""
    return f"{code} 已冻结，由另一位工作人员在 {shown(due_at)} 前复查，结果会告诉您。"


def rechecked(code: str, reason: str, *, holds: bool) -> str:
    """How a re-check ended."""
    return f"{code} 复查属实，继续办理。" if holds else f"{code} 复查不属实，已撤销。原因：{reason}。"


def withdrawn(code: object, *, posted: bool) -> str:
    """Tells the subject; residents read 撤销."""
    return f"{code} 已撤销，{'分数恢复原样' if posted else '不扣分'}。"


def reversed_by(code: str) -> str:
    """What whoever reversed reads."""
    return f"{code} 已冲正，已经告诉本人。"


def reversal_card(code: str, line: str, reason: str) -> Card:
    """What the second person reads."""
    return Card(f"【冲正复核】{code}", (line, f"原因：{reason}"), ("属实", "不属实 原因"))


def reversal_waits(code: str) -> str:
    """What whoever asked for a reversal reads."""
    return f"{code} 不是您今天自己登记的，冲正要第二个人确认，已经转过去了。"


def reversal_fell(code: str, reason: str) -> str:
    """Tells whoever asked that nothing is reversed."""
    return f"{code} 没有冲正，照原样。{reason}".strip()


def listed(codes: Sequence[str]) -> tuple[str, ...]:
    """Codes to choose from."""
    return tuple(codes)
