"""What is said about deductions while they are recorded, checked and announced."""

from collections.abc import Sequence
from datetime import datetime

from domain.decision import Card
from domain.findings.timing import shown
from domain.rules.negative import NegativeItem

WHICH_ITEM = "清单里没有这个名称，您说的是哪一项？请回复前面的数字。"
POINTS_AT = "备注里的“{word}”会让对方猜出是谁反映的。请去掉时间和从哪里看到的，再登记一次。"
MINOR = "未满十八岁的不扣分，没有登记。可以请监护人一起做一次提醒。"
DROPPED = "好的，没有登记。"
DAY_FULL = "您今天已经登记了 20 条扣分，明天再登记，或者请另一位网格员来登记。"
RECALL = "这句话发在了群里，大家都看得到，请长按把那条消息撤回；以后请私聊我登记。"
WHY = "原因是什么？请写一句，本人会看到。"
SECOND = "这一条您已经办过了，要另一个人来确认，什么都没有改。"
GONE = "这一项已经不在现在的清单里，没有改动。请在工作台撤销后重新登记。"


def forbidden_item(said: str) -> str:
    """Refuses a topic for which nobody's points are ever touched."""
    return f"“{said}”不能扣分：投诉、欠费、私人生活这类事不归积分管，没有登记。能登记的发“负面清单”看。"


def unknown_item(said: str) -> str:
    """Refuses what is not on the list."""
    return f"负面清单里没有“{said}”，没有登记。发“负面清单”可以看到全部。"


def whole_points(said: str) -> str:
    """Refuses a number that is none."""
    return f"“{said}”看不出是几分，没有登记。请写整数，或者不写分数，按清单登记。"


def list_says(points: int, item: NegativeItem) -> str:
    """Asks where the number is not the list's."""
    why = "，十二个月内第三次起加倍" if points > -item.points else ""
    return f"清单是 {points} 分{why}，按 {points} 分？回复“是”或“不是”。"


def still_there(item: NegativeItem) -> str:
    """Asks where a reminder was given by word of mouth."""
    return f"这一项给 {item.grace_hours} 小时改正。时间到了、问题还在吗？回复“是”或“不是”。"


def line(name: str, title: str) -> str:
    """A finding in lists."""
    return f"{name} {title}"


def corrected(code: object, about: str) -> str:
    """What the worker reads where nothing is deducted."""
    return f"{code} {about}：已改好，不扣分，只留一次计数。"


def reminded(code: object, about: str, at: datetime, until: datetime | None) -> str:
    """What the worker reads about a first time."""
    after = f"，{shown(until)} 前改好就不扣分，到时我会问您还在不在" if until else "，这次不扣分"
    return f"{code} {about}：第一次先提醒，提醒 {shown(at)} 发给对方{after}。"


def running(code: str, about: str, until: int) -> str:
    """Refuses a second finding while the first still has its time."""
    return f"{code} {about}：已经提醒，{shown(until)} 前改好就不扣分，没有再登记一条。到时我会问还在不在。"


def asked_whether(code: str, about: str) -> str:
    """Refuses a second finding while it is being asked whether the first is still there."""
    return f"{code} {about}：改正时间到了，正等着核实，没有再登记一条。还在就发“{code} 属实”，改好了发“{code} 不属实”。"


def reminder(code: object, item: NegativeItem, until: datetime | None) -> str:
    """What the subject reads the first time."""
    if until is None:
        return f"{code} 提醒：您这里有“{item.title}”的情况，这次不扣分，请留意改正。依据：社区负面清单 {item.code}。"
    return (
        f"{code} 提醒：您这里有“{item.title}”的情况，请在 {shown(until)} 前改好，改好就不扣分。依据：社区负面清单 {item.code}。"
        "有难处请告诉网格员。"
    )


def capped(code: object, about: str) -> str:
    """What the worker reads where the caps leave nothing."""
    return f"{code} {about}：本期扣分已到上限，这次不扣分，只留一次计数。"


def noticed(code: object, about: str, points: int) -> str:
    """What the worker reads once the notice is on its way."""
    return (
        f"{code} {about} 拟扣 {points} 分，已登记，还没有扣。我会在一到三天内告知对方，对方有 7 天可以申诉，"
        "之后进下一次月结，两人审核才入账。"
    )


def notice(code: object, item: NegativeItem, on: str, points: int, until: datetime) -> str:
    """What the subject reads before any deduction: facts, evidence, rule, points, effect, how to object, until when."""
    more = "（十二个月内第三次起加倍）" if points > -item.points else ""
    return (
        f"【扣分告知】{code}\n事实：{on}，{item.title}；依据是网格员当场所见和登记。\n"
        f"规则：社区负面清单 {item.code}“{item.title}”，每次 {-item.points} 分；看全文发“{item.title}扣多少分”。\n拟扣 {points} 分{more}，现在还没有扣。\n"
        f"影响：入账后扣信用分，影响期 {item.effect_months} 个月，不动可用积分，不影响任何公共服务。\n"
        f"觉得不对：{shown(until)} 前发“申诉 {code} 理由”，由没参与的人在 5 天内答复，期间冻结。\n"
        f"改好可以修复：{item.repair_by}。"
    )


def promised(title: str) -> str:
    """Reminds of a promise that covers the item."""
    return f"您签过{title}，这一项在承诺里；承诺自愿、可以撤回，这次不因此多扣分。"


def second_card(code: object, about: str, points: int, note: str) -> Card:
    """What whoever confirms second reads."""
    lines = (about, f"拟扣 {points} 分，需要第二个人确认。", *((f"备注：{note}",) if note else ()))
    return Card(f"【扣分复核】{code}", lines, ("属实", "不属实 原因"))


def seconding(code: object, about: str, points: int) -> str:
    """What the worker reads where one person is not enough."""
    return f"{code} {about} 拟扣 {points} 分，这一项要第二个人确认，已经转给没有参与的人；确认后才告知对方。"


def proposal_card(code: object, about: str, note: str) -> Card:
    """What the grid worker reads about a proposal of the property."""
    lines = (f"物业提出：{about}", *((f"备注：{note}",) if note else ()), "请到现场看过再答复。")
    return Card(f"【扣分提议】{code}", lines, ("属实", "不属实 原因"))


def proposed(code: object, about: str) -> str:
    """What the property reads."""
    return f"{code} {about}：已转给网格员核实，网格员确认才算登记。"


def fell(code: str, about: str, reason: str) -> str:
    """What whoever recorded reads after a no."""
    return f"{code} {about}：没有确认，不扣分。原因：{reason or '没有看到'}。"


def closed(code: str) -> str:
    """What whoever said no reads."""
    return f"{code} 已退回，不扣分。"


def names(items: Sequence[NegativeItem]) -> tuple[str, ...]:
    """Items to choose from."""
    return tuple(item.title for item in items)
