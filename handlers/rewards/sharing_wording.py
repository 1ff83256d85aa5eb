"""What is said about points put together in a household, and about help out of the pool."""

from domain.decision import Card
from domain.matters.matter import Matter

NOT_ASKED = "这一件现在不用您答复，什么都没有改。"
KEPT = "好的，不合并，您的积分没有动。"
AGREED = "好的，记下了。网格员办好以后告诉您；想改主意，引用那条消息回“不是”。"
ONCE = "您已确认，还要另一个人确认才给，已经转过去了。"
STAYS = "好的，这一次不给，互助池没有动。"


def may_they(code: object, name: str, points: int) -> Card:
    """What the member whose points they are is asked."""
    lines = (f"家里想把您的可用积分 {points} 分合到{name}名下，一起换东西用；信用分不受影响。同意吗？",)
    return Card(f"【家庭积分】{code}", lines, ("是", "不是"))


def agreed_card(matter: Matter) -> Card:
    """What the grid worker reads after a yes."""
    return Card(f"【家庭积分】{matter.code}", (f"{matter.line}：本人同意了。请到工作台“家庭和互助池”办理。",))


def line(giver: str, receiver: str, points: int) -> str:
    """The matter in lists."""
    return f"{giver} 把 {points} 分合到 {receiver} 名下"


def left_to(code: object, name: str, points: int) -> str:
    """What the giver reads."""
    return f"{code} 您的 {points} 分可用积分合到{name}名下了。"


def came_from(code: object, name: str, points: int) -> str:
    """What the receiver reads."""
    return f"{code} {name}的 {points} 分可用积分合到您名下了，从今天起算有效期。发“兑换”看看能换什么。"


def help_line(name: str, points: int) -> str:
    """Help out of the pool in lists."""
    return f"互助池给 {name} {points} 分，帮一把"


def help_card(line: str) -> Card:
    """What the two read who may give it."""
    return Card("【互助池】", (line, "要两个人确认。发“待办”按行号回复，例如“1 属实”。"), ("属实", "不属实 原因"))


def pool_short(points: int) -> str:
    """Refuses more than there is."""
    return f"互助池里现在只有 {points} 分，不够给，什么都没有改。"


def given(code: object, points: int) -> str:
    """What the second hand reads."""
    return f"{code} 给好了，{points} 分，已经私下告诉本人。"


def received(code: object, points: int) -> str:
    """What the neighbour reads."""
    return f"{code} 邻居们的互助池给您 {points} 分可用积分，发“兑换”看看能换什么。这件事只告诉您。"
