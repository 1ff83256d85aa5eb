"""What subjects and the management group read about grades that change."""

from domain.decision import Card
from domain.matters.matter import Matter
from domain.rating import Rating
from domain.rules.ratings import Grade

WHY = "发“为什么是{key}”看每一笔。"


def raised(rating: Rating) -> str:
    """Told privately after a rise."""
    key = rating.grade.key
    return f"您的信用等级升到 {key}（{rating.grade.word}），信用分 {rating.score}。{WHY.format(key=key)}"


def lowered(rating: Rating) -> str:
    """Told privately after a fall."""
    key = rating.grade.key
    return (
        f"您的信用等级现在是 {key}（{rating.grade.word}），信用分 {rating.score}。{WHY.format(key=key)}"
        "觉得不对发“申诉 编号 理由”，改好可以发“修复 编号”，参加活动也能加回来。"
    )


def warned(rating: Rating, below: Grade) -> str:
    """Told privately before a fall."""
    return (
        f"提前说一声：您的信用分是 {rating.score}，到 {rating.grade.min} 分以下等级会从 {rating.grade.key} 变成 {below.key}。"
        "改好可以发“修复 编号”，发“积分清单”看怎么加分。"
    )


def line(name: str, grade: str, score: int) -> str:
    """A downgrade in lists."""
    return f"{name} 信用分 {score}，拟降到 {grade}"


def card(code: object, line_: str, days: int) -> Card:
    """What the management group reads."""
    lines = (line_, f"要两位不同的组员确认；确认满 {days} 天、分数还在这一级，才告知本人。与本人有关的请回避。")
    return Card(f"【降级确认】{code}", lines, (f"{code} 属实", f"{code} 不属实 原因"))


def noted(matter: Matter) -> str:
    """The first yes."""
    return f"{matter.code} 记下了您的确认，还要另一位组员确认。"


def cooling(matter: Matter, days: int) -> str:
    """The second yes."""
    return f"{matter.code} 两人已确认。{days} 天后分数还在这一级才降，这期间不告知、不生效。"


def refused(matter: Matter) -> str:
    """A no."""
    return f"{matter.code} 不降级，等级保持不变。"


ALREADY = "您已经确认过了，要另一位组员确认，什么都没有改。"
DECIDED = "两人已经确认，正在等满天数，什么都没有改。"
NOT_MG = "这一件由积分管理小组里与本人无关的人确认，什么都没有改。"
REASON = "不降的原因是什么？请写一句。"
