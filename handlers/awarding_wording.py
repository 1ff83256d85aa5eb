"""What is said wherever points are given."""

from domain.rating import Rating
from domain.rules.catalogue import Item

CAPS = {"day": "每天", "month": "每月", "quarter": "每季度", "year": "每年"}
OTHER_GRID = "这不是您负责的网格，没有登记。请告诉那个网格的网格员。"
OWN_HOUSEHOLD = "自己家、自己单位的事要回避，没有登记。请换一位网格员，或者请监督员来办。"


def signed(points: int) -> str:
    """Points as they are shown in lists."""
    return f"+{points}" if points > 0 else f"−{-points}"


def capped(item: Item, left: int) -> str:
    """Refuses what would go over the cap."""
    rest = f"还能记 {left} 分" if left > 0 else "已经记满了"
    return f"“{item.title}”{CAPS[item.cap_period]}最多 {item.cap_points} 分，{rest}，这次没有登记。"


def cap_left(item: Item, left: int) -> str:
    """What the cap leaves."""
    return f"这一项{CAPS[item.cap_period]}最多 {item.cap_points} 分，还剩 {left} 分。"


def awarded(code: object, name: str, item: Item, points: int, left: str) -> str:
    """What whoever recorded reads."""
    return f"{code} {name} {item.title} {signed(points)}，已记上。{left}"


def told(code: object, title: str, points: int) -> str:
    """What the subject reads."""
    return f"{code} {title} {signed(points)}。发“积分”看余额；觉得不对，发“申诉 {code} 理由”。"


def balances(rating: Rating, spendable: int) -> str:
    """The one line that stands wherever balances are shown."""
    return f"信用分 {rating.score}（{rating.grade.word}）· 可换 {spendable} 分"
