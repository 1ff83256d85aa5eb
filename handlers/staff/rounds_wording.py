"""What is said on visits and patrols."""

from collections.abc import Mapping, Sequence

from domain.facts import Fact, Field
from domain.facts_wording import newest
from domain.findings.timing import shown
from domain.matters.matter import Matter
from domain.members import Subject

WHERE = "走访哪一家？请写楼栋房号，例如：3栋201。"
PURPOSE = "这次走访是为了什么？"
PURPOSES = ("安全检查", "公约和承诺宣传", "听取意见")
NO_CONSENT = "好的，没有登记，什么都没有记。谢谢您尊重对方的意思。"
SKIP = "没问到"
NOT_OUT = "您没有正在进行的巡查。要开始请发“巡查 开始”。"
OUT_ALREADY = "您 {since} 开始的巡查还没有结束。走完了发“巡查 结束”。"
WHICH_STEP = "要开始请发“巡查 开始”，走完了发“巡查 结束”。"
NO_GRID = "巡查要在自己的网格里，没有开始。请联系管理员核对您的网格。"
ELSEWHERE = "没有注明楼栋"


def unknown(said: str) -> str:
    """Refuses an address that nobody of the register lives at."""
    return f"登记表里没有“{said}”，没有登记。请写全楼栋、单元和房号（商铺、单位写名称也行）再发一次，例如：走访 3栋2单元501。"


def purpose(known: Sequence[Fact]) -> str:
    """Asks what a visit is for, below what is known of the home already, so that nobody is asked twice."""
    return "\n".join(["已经知道的：", *newest(known), PURPOSE]) if known else PURPOSE


def consent(purpose: str, fields: Sequence[Field]) -> str:
    """What is read aloud before anything is asked."""
    titles = "、".join(one.title for one in fields)
    return (
        f"请念给对方听：“我是网格员，今天来是为了{purpose}，只记这几项：{titles}。每一项都可以不答，"
        "以后想看、想删，到服务台说一声就行，不影响您办任何事。”\n对方同意吗？回复“是”或“不是”。"
    )


def ask(field: Field) -> str:
    """One field."""
    return f"{field.title}？"


def visited(subject: Subject, purpose: str, facts: Mapping[str, str]) -> str:
    """What was written down."""
    lines = [f"{title}：{value}（走访）" for title, value in facts.items()] or ["没有记任何一项"]
    return "\n".join([f"已登记：走访 {subject.address}，{purpose}。", *lines])


def started(problems: Mapping[str, Sequence[Matter]]) -> str:
    """The beginning of a patrol: what is open, by building."""
    how = "发现问题照常发“扣分 楼栋房号 姓名 项目”，可以带照片；巡查中登记的都先提醒、给时间改。走完发“巡查 结束”。"
    if not problems:
        return f"巡查开始。现在没有没改好的问题。\n{how}"
    return "\n".join(["巡查开始。还没改好的：", *_by_building(problems), how])


def ended(found: Mapping[str, Sequence[Matter]], still: int, times: int) -> str:
    """The summary of a patrol."""
    head = f"巡查结束，这次登记 {sum(map(len, found.values()))} 件；本网格还没改好的共 {still} 件。"
    return "\n".join([head, *_by_building(found), f"本周本网格第 {times} 次巡查。"])


def _by_building(matters: Mapping[str, Sequence[Matter]]) -> list[str]:
    return [f"{building}：{'；'.join(map(_line, several))}" for building, several in matters.items()]


def _line(matter: Matter) -> str:
    until = f"（{shown(matter.due_at)} 前改）" if matter.due_at and matter.state == "reminded" else ""
    return f"{matter.code} {matter.line}{until}"
