"""The month's draft and its public notice; used by the calendar and by the command 月结."""

from collections.abc import Mapping, Sequence

from domain.decision import Card
from domain.findings.settling import count_words, votes
from domain.matters.matter import Matter, Step
from domain.period import month_title
from domain.register.masking import mask_name

SHOWN = 20
HOW = ("月结 上个月 同意", "月结 上个月 反对")


def draft_lines(findings: Sequence[Matter], steps: Sequence[Step], *, masked: bool) -> tuple[str, ...]:
    """What would be posted: codes, acts, points; names masked for supervisors."""
    total = sum(int(one.facts["points"]) for one in findings)
    head = f"待入账 {len(findings)} 条，共扣 {total} 分" if findings else "没有要入账的扣分"
    lines = [_line(one, masked=masked) for one in findings[:SHOWN]]
    if len(findings) > SHOWN:
        lines.append(f"另有 {len(findings) - SHOWN} 条，在工作台看全部")
    yes = sum(1 for one in votes(steps).values() if one.act == "approve")
    return (head, *lines, f"已有 {yes} 人同意；要两人，其中一位是监督员，与名单有关的人回避")


def _line(finding: Matter, *, masked: bool) -> str:
    name, _, rest = finding.line.partition(" ")
    return f"{finding.code} {mask_name(name) if masked else name} {rest} −{finding.facts['points']}"


def draft_card(month: str, findings: Sequence[Matter], *, masked: bool) -> Card:
    """The draft as it is sent on the first."""
    return Card(f"【月结】{month_title(month)}草案", draft_lines(findings, (), masked=masked), HOW)


def waits(month: str) -> str:
    """Reminds the group."""
    return f"{month_title(month)}的月结草案还在等两位组员表态，请发“月结 上个月”看草案，再发“月结 上个月 同意”或“月结 上个月 反对”。"


def notice(head: str, counts: Mapping[str, int], mended: str, change: int | None, least: int) -> str:
    """What a group reads on the fourth: counts by kind, never a name."""
    kinds = "、".join(f"{kind} {count_words(count, least)}" for kind, count in counts.items()) or "没有扣分"
    lines = [f"{head} 月度通报：{kinds}。"]
    if mended:
        lines.append(f"整改完成率 {mended}。")
    if change is not None:
        lines.append("与上月持平。" if not change else f"比上月{'多' if change > 0 else '少'} {abs(change)} 件。")
    return "\n".join([*lines, OBJECT_AND_REPAIR])


OBJECT_AND_REPAIR = "觉得扣错了，私聊我发“申诉 编号 理由”；改好了，发“修复 编号 怎么改的”，核实后加回。"


def too_few(code: str) -> str:
    """Tells the secretary of a finding that nobody may decide on."""
    return f"{code} 和管理小组里的人有关，回避以后凑不够两个人，先冻结，不入账，也不挡着别的月结；下个月再看。"


def waits_for_others(finding: Matter) -> str:
    """Tells the subject."""
    title = finding.facts["title"]
    return f"{finding.code} {title}：要两个没有关系的人来定，现在凑不够，先冻结，不扣分；有变化再告诉您。"


def correction(month: str) -> str:
    """Stands above a month's notice that is told again because something of it fell."""
    return f"更正：{month}的月度通报里有扣分经复核不成立，已经撤销。更正后的全文如下。"


def not_yet(head: str) -> str:
    """What a group reads where the month is not approved."""
    return f"{head} 月度通报：这个月的扣分还在审核，一条也没有入账，审完再补数字。\n{OBJECT_AND_REPAIR}"
