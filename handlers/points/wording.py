"""What the point commands say."""

from collections.abc import Sequence

from domain.ledger import Entry
from domain.members import Subject
from domain.rating import Rating
from domain.rules.catalogue import Item
from domain.rules.rulebook import Rulebook

PERIODS = {
    "this_month": "本月",
    "last_month": "上个月",
    "this_quarter": "本季度",
    "last_quarter": "上季度",
    "this_year": "今年",
    "last_year": "去年",
}
CAPS = {"day": "每天", "month": "每月", "quarter": "每季度", "year": "每年"}
NOTHING_YET = "这段时间还没有记过分。想知道做什么有分，发“怎么加分”。"
ENOUGH = "好的。"
WHY = "想知道怎么算出来的，发“为什么是这个等级”。"
WHICH_SUBJECT = "有几位对得上，您说的是哪一位？请回复前面的数字。"
WHICH_ITEM = "清单里没有这一项，您是不是想记下面的？请回复前面的数字，都不是就回“算了”。"
OTHER_GRID = "这不是您负责的网格，没有登记。请告诉那个网格的网格员。"
OWN_HOUSEHOLD = "自己家、自己单位的事要回避，没有登记。请换一位网格员，或者请监督员来办。"
OTHER_VERIFIER = "这一项不由您这边确认，没有登记。请交给网格员。"
HAND_FULL = "今天手工登记已经到上限了（60 笔、200 分），没有登记。请明天再记，或请另一位网格员来记。"


def balances(rating: Rating, spendable: int) -> str:
    """The one line that stands wherever balances are shown."""
    return f"信用分 {rating.score}（{rating.grade.title}）· 可换 {spendable} 分"


def signed(points: int) -> str:
    """Points as they are shown in lists."""
    return f"+{points}" if points > 0 else f"−{-points}"


def moved(period: str, gained: int, lost: int) -> str:
    """What a period brought."""
    return f"{PERIODS[period]}加 {gained} 分，扣 {lost} 分"


def listed(entries: Sequence[Entry], rules: Rulebook) -> list[str]:
    """A line for each entry."""
    return [f"{entry.occurred_on[5:]} L{entry.code} {_title(entry, rules)} {signed(entry.amount)}" for entry in entries]


def _title(entry: Entry, rules: Rulebook) -> str:
    known = rules.item(entry.item) or rules.negative_item(entry.item)
    title = known.title if known else entry.item
    return f"撤销：{title}" if entry.reverses is not None else title


def more(left: int) -> str:
    """Asks whether the next page is wanted."""
    return f"还有 {left} 条，接着看吗？回复“是”或“不用”。"


def grade(rating: Rating) -> str:
    """The grade with its score."""
    return f"信用等级 {rating.grade.key}（{rating.grade.title}），信用分 {rating.score}"


def next_grade(rating: Rating, rules: Rulebook) -> list[str]:
    """How far it is to the grade above; nothing at the top."""
    above = [one for one in rules.ratings.grades if one.min > rating.score]
    if not above:
        return []
    nearest = min(above, key=lambda one: one.min)
    return [f"再得 {nearest.min - rating.score} 分就到 {nearest.key}（{nearest.title}）。"]


def whose(subject: Subject) -> str:
    """A subject as a worker may choose it."""
    return f"{subject.name}（{subject.address or subject.grid}）"


def unknown_subject(said: str) -> str:
    """Refuses a name that the register does not hold."""
    return f"登记表里没有找到“{said}”，没有登记。请写全名，最好带上楼栋房号，例如：3栋2单元501 张三。"


def too_many(said: str) -> str:
    """Refuses a name that many bear."""
    return f"叫“{said}”的不止三位，没有登记。请带上楼栋房号再发一次。"


def forbidden_item(said: str) -> str:
    """Refuses an item of a topic that points must not touch."""
    return f"“{said}”不能记分：积分不碰健康、捐款和信仰这类事。心意可贵，请用口头感谢。"


def unknown_item(said: str) -> str:
    """Refuses an item that is nowhere near the list."""
    return f"积分清单里没有“{said}”，没有登记。发“积分清单”看看有哪些。"


def whole_points(said: str) -> str:
    """Refuses a number that is no plain whole number."""
    return f"分数要写大于 0 的整数，“{said}”认不出来，没有登记。例如：加分 3栋2单元501 张三 志愿服务 2"


def wrong_points(item: Item) -> str:
    """Refuses points that the item does not give."""
    return (
        f"“{item.title}”每{item.unit} {item.points} 分，{CAPS[item.cap_period]}最多 {item.cap_points} 分，"
        f"分数要是 {item.points} 的倍数。没有登记，请改了再发。"
    )


def capped(item: Item, left: int) -> str:
    """Refuses what would go over the cap."""
    rest = f"还能记 {left} 分" if left > 0 else "已经记满了"
    return f"“{item.title}”{CAPS[item.cap_period]}最多 {item.cap_points} 分，{rest}，这次没有登记。"


def cap_left(item: Item, left: int) -> str:
    """What the cap leaves."""
    return f"这一项{CAPS[item.cap_period]}最多 {item.cap_points} 分，还剩 {left} 分。"


def by_itself(item: Item) -> str:
    """Refuses an item that the rules post by themselves."""
    return f"“{item.title}”由系统按规则自动记，不用手工加，没有登记。"


def needs_two(item: Item) -> str:
    """Says that two people are needed, which cannot be done in chat yet."""
    return f"“{item.title}”这样的要管理小组两个人确认，这一步还没有开通，没有登记。请先留好材料。"


def awarded(code: object, name: str, item: Item, points: int, left: str) -> str:
    """What the worker reads after 加分."""
    return f"{code} {name} {item.title} {signed(points)}，已记上。{left}"


def told(code: object, title: str, points: int) -> str:
    """What the subject reads after 加分."""
    return f"{code} {title} {signed(points)}。发“积分”看余额；觉得不对，发“申诉 {code} 理由”。"
