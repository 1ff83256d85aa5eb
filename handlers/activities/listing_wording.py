"""What is said about a list of those who came."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.activities.activity import Activity

HOW_TO_LIST = "请这样发：签到 12 张三 李四（活动编号，再写名字）。"


def who_saw(names: Sequence[str]) -> str:
    """Asks the organiser for a witness."""
    return f"{'、'.join(names)}签到了没有签退。谁看到{'他们' if len(names) > 1 else '本人'}做到了结束？请写一位一起做完的人的名字。"


_PROBLEMS = {
    "unknown": "没有找到，或者有同名的（可以写上楼栋房号）",
    "own": "是您自己或您家的人，要请网格员登记",
    "there": "已经有签到记录",
    "elsewhere": "同一时间在别的活动里",
    "unseen": "作证的人不在做完的名单里，或者是同一家、组织者本人，没有补上",
    "mute": "作证的人没有绑定账号，问不到本人，请换一位，或者请网格员用“加分”登记",
    "asked": "已经在等作证的人回答，不用再发",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """What became of the names of a list."""

    names: Sequence[str]
    asked: Sequence[str]
    problems: Mapping[str, Sequence[str]]


def noted(activity: Activity, told: Listed, *, in_group: bool) -> str:
    """What the organiser reads of a list; in a group only counts."""
    names, problems = told.names, told.problems
    left_out = sum(map(len, (*problems.values(), told.asked)))
    about = f"{activity.number} “{activity.plan.title}”"
    head = f"{about}登记了 {len(names)} 人，积分在结束后自动记上。" if names else f"{about}没有登记上。"
    if in_group:
        return head + (f"还有 {left_out} 人没登记上，原因请私聊我再发一次看。" if left_out else "")
    lines = [f"{'、'.join(who)}：{_PROBLEMS[kind]}。" for kind, who in problems.items()]
    if told.asked:
        lines.append(f"{'、'.join(told.asked)}：问了作证的人，本人回“是”就补上，我会告诉您。")
        head = head if names else f"{about}："
    return "\n".join([head, *lines])
