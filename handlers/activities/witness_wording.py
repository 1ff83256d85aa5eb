"""What is said where a team-mate is asked whether somebody stayed to the end."""

from collections.abc import Sequence

from domain.activities.activity import Activity
from domain.activities.wording import when
from domain.decision import Card
from domain.matters.matter import Matter

SEEN = "谢谢您作证，时长补上了。"
NOT_SEEN = "知道了，谢谢您说实话，没有补。"
NOT_YOURS = "没有找到等您答复的 {code}，什么都没有改。"


def line(activity: Activity, names: Sequence[str]) -> str:
    """What is asked of a witness, in a list."""
    return f"“{activity.plan.title}”{'、'.join(names)}做到结束了吗"


def did_they_stay(code: object, activity: Activity, names: Sequence[str]) -> Card:
    """What a witness is asked."""
    who = "、".join(names)
    lines = (
        f"{activity.number} “{activity.plan.title}”（{when(activity.plan)}）：{who}签到了，没有签退。",
        f"您看到{'他们' if len(names) > 1 else '本人'}做到结束了吗？没留意就回“不是”，不影响谁。",
    )
    return Card(f"【作证】{code}", lines, ("是", "不是"))


def witnessed(matter: Matter, *, yes: bool) -> str:
    """What the organiser reads of the answer."""
    how = (
        "作证的人说是，时长补上了，积分自动记上" if yes else "作证的人说没有看到，时长没有补上，可以换一位再发一次名单"
    )
    return f"{matter.code} {matter.line}：{how}。"
