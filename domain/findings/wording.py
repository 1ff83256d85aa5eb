"""What subjects and staff read about findings, from whoever says it, a handler or the calendar."""

from domain.decision import Card
from domain.findings.appeals import SORT as APPEAL
from domain.findings.timing import shown
from domain.matters.matter import Matter

SETTLED = (
    "{code} {title}：经两人审核，本月月结已扣 {points} 分。觉得不对，发“申诉 {code} 理由”；改好以后发“修复 {code}”，"
    "核实后可以加回来。"
)
STILL = ("属实", "不属实")


def corrected(code: object, title: str) -> str:
    """Tells the subject that nothing is deducted."""
    return f"{code} {title}：已经改好，不扣分，谢谢您。"


def due_card(finding: Matter) -> Card:
    """Asks the worker after the time for correction."""
    lines = (finding.line, "给的时间到了，问题还在吗？还在回“属实”，已经改好回“不属实”；3 天没有答复按已改好办。")
    return Card(f"【还在吗】{finding.code}", lines, STILL)


def appeal_waits(appeal: Matter) -> str:
    """Reminds a reviewer."""
    return (
        f"{appeal.code} {appeal.line}：三天了还没有答复，请回“{appeal.code} 成立 理由”或“{appeal.code} 不成立 理由”。"
    )


def appeal_card(code: object, line: str, reason: str, due_at: int) -> Card:
    """What a reviewer reads."""
    return Card(
        f"【申诉】{code}", (line, f"理由：{reason}", f"请在 {shown(due_at)} 前答复。"), ("成立 理由", "不成立 理由")
    )


def upheld(appeal: str, about: str, reason: str, *, posted: bool) -> str:
    """Tells the subject that the appeal succeeded."""
    done = "已经撤销，分数恢复原样" if posted else "这一条已经撤销，不扣分"
    return f"{appeal} 成立：{about} {done}。答复：{reason}。"


def upheld_staff(appeal: str, about: str, reason: str) -> str:
    """Tells whoever recorded."""
    return f"{about} 的申诉 {appeal} 成立，这一条已撤销。答复：{reason}。"


SILENCE = "10 天没有答复，按成立办"


def handed_on(matter: Matter) -> str:
    """Tells the secretary what was left too long."""
    yes, no = ("成立 理由", "不成立 理由") if matter.sort == APPEAL else ("属实", "不属实 原因")
    return f"{matter.code} {matter.line}：到期没有答复，现在请您来定，回“{matter.code} {yes}”或“{matter.code} {no}”。"


def expired(finding: Matter) -> str:
    """Tells the subject that a deduction counts no longer."""
    return f"{finding.code} {finding.facts['title']}：影响期已满，这一条到此了结，不再公示，也不用再修复。"


def repair_open(finding: Matter) -> str:
    """Tells the subject from when on a repair may be asked for."""
    return f"{finding.code} {finding.facts['title']}：现在可以申请修复了，改好后发“修复 {finding.code} 怎么改的”。"


def waits(matter: Matter) -> str:
    """Reminds whoever a matter waits for."""
    return f"{matter.code} {matter.line}：等了 48 小时了，请回“{matter.code} 属实”或“{matter.code} 不属实 原因”。"
