"""What the point commands say."""

from collections.abc import Sequence
from datetime import date

from domain.decision import Card
from domain.ledger import Entry
from domain.rating import Rating
from domain.rules.catalogue import Item
from domain.rules.rulebook import Rulebook
from handlers.awarding_wording import CAPS, signed

PERIODS = {
    "this_month": "本月",
    "last_month": "上个月",
    "this_quarter": "本季度",
    "last_quarter": "上季度",
    "this_year": "今年",
    "last_year": "去年",
}
NOTHING_YET = "这段时间还没有记过分。想知道做什么有分，发“怎么加分”。"
ENOUGH = "好的。"
WHY = "想知道怎么算出来的，发“为什么是这个等级”。"
WHICH_ITEM = "清单里没有这一项，您是不是想记下面的？请回复前面的数字，都不是就回“算了”。"
OTHER_VERIFIER = "这一项不由您这边确认，没有登记。请交给网格员。"
HAND_FULL = "今天手工登记已经到上限了（60 笔、200 分），没有登记。请明天再记，或请另一位网格员来记。"


def ends_soon(points: int, first: date) -> str:
    """Points that run out on the first of the next month."""
    return f"其中 {points} 分 {first.month}月{first.day}日到期，先用先划算，发“兑换”看看能换什么"


def next_step(rating: Rating, rules: Rulebook) -> str:
    """One thing that is worth doing next."""
    above = [one for one in rules.ratings.grades if one.min > rating.score]
    if not above:
        return "下一步：发“兑换”看看能换什么。"
    nearest = min(above, key=lambda one: one.min)
    return f"下一步：再得 {nearest.min - rating.score} 分就够 {nearest.key}（{nearest.word}），发“怎么加分”看看做什么有分。"


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
    return f"信用等级 {rating.grade.key}（{rating.grade.word}），信用分 {rating.score}"


def held_back(rating: Rating) -> list[str]:
    """Why the grade is not the one that the points alone would reach."""
    alone = rating.by_points
    if alone.min > rating.grade.min:
        return [f"按分数够 {alone.key}（{alone.word}），还要满足：{'；'.join(alone.conditions)}"]
    if alone.min < rating.grade.min:
        return [f"分数在 {alone.key}（{alone.word}）的范围；没有管理小组两个人确认，不会降到 {alone.key}。"]
    return []


def next_grade(rating: Rating, rules: Rulebook) -> list[str]:
    """How far it is to the grade above; nothing at the top."""
    above = [one for one in rules.ratings.grades if one.min > rating.score]
    if not above:
        return []
    nearest = min(above, key=lambda one: one.min)
    also = f"，还要满足：{'；'.join(nearest.conditions)}" if nearest.conditions else ""
    return [f"再得 {nearest.min - rating.score} 分就到 {nearest.key}（{nearest.word}）{also}。"]


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
    step = f"，而且是 {item.points} 的倍数" if item.points > 1 else ""
    return (
        f"“{item.title}”每{item.unit} {item.points} 分，{CAPS[item.cap_period]}最多 {item.cap_points} 分，"
        f"分数要在 {item.points} 到 {item.cap_points} 之间{step}。没有登记，请改了再发。"
    )


def by_itself(item: Item) -> str:
    """Refuses an item that the rules post by themselves."""
    return f"“{item.title}”由系统按规则自动记，不用手工加，没有登记。"


def proposed(code: object, name: str, item: Item, points: int) -> str:
    """What the worker reads where a second person has to agree."""
    return f"{code} {name} {item.title} {signed(points)}，要第二个人确认才算数，已经转给监督员和书记。"


def proposal_line(name: str, item: Item, points: int) -> str:
    """A proposed award in lists."""
    return f"{name} {item.title} {signed(points)}"


def proposal_card(code: object, line: str, note: str) -> Card:
    """What the second person decides on."""
    lines = (line, *([f"说明：{note}"] if note else []), "10 分以上或者由管理小组认定的，要两个人确认。")
    return Card(f"【加分复核】{code}", lines, ("属实", "不属实 原因"))


def proposal_fell(code: object, line: str, reason: str) -> str:
    """What the worker reads where the second person did not agree."""
    return f"{code} {line}，复核没有通过，不记分。{reason or '没有写原因'}"


def proposal_rejected(code: object) -> str:
    """What the second person reads after a no."""
    return f"{code} 已退回，不记分，已告诉登记的人。"


ALREADY_YOURS = "这一件您已经确认过了，要另一个人再确认，什么都没有改。"
