"""What is said about what the desk enters: projects, issues, outcomes of mediation."""

from domain.decision import Card
from domain.matters.matter import Matter

ONCE = "您已确认，还要另一个人确认才撤销，已经转过去了。"
STAYS = "好的，{code} 不撤销，照原来的办。"
VOID = "{code} 已经撤销，不会扣分。"
TOO_LATE = "{code} 已经办结，没有可以撤销的，什么都没有改。"


def void_card(line: str) -> Card:
    """What the two read who may void a finding."""
    return Card("【和解后撤销】", (line, "要两个人确认。发“待办”按行号回复，例如“1 属实”。"), ("属实", "不属实 原因"))


def void_line(dispute: str, finding: Matter) -> str:
    """The same in lists."""
    return f"{finding.code} {finding.line}（{dispute} 已和解，撤销这条还没生效的记录）"


def voided(finding: Matter) -> str:
    """What the subject reads."""
    return f"{finding.code} {finding.facts['title']}：已经和解，这一条撤销了，不会扣分。"


def settled(code: str, *, yes: bool) -> str:
    """What both sides and the mediator read."""
    if yes:
        return f"{code} 调解的结果已经登记：双方和好了，谢谢您。"
    return f"{code} 这次没有谈拢，已经登记。还想处理的话，可以再发“调解 …”，或者拨打 12348 问问法律途径。"
