"""How a score is explained, and what a plan would bring."""

from collections.abc import Sequence

from domain.fading import Fading
from domain.ledger import Entry
from domain.rating import Rating
from domain.rules.rulebook import Rulebook
from handlers.awarding_wording import signed
from handlers.points.wording import held_back, listed

WHICH_PLAN = "想试算什么？例如：如果 再签一份承诺 参加两次巡逻"


def summed(rating: Rating, rules: Rulebook) -> list[str]:
    """The score's head line: the base and where the grade begins."""
    return [
        f"信用分 {rating.score}，等级 {rating.grade.key}（{rating.grade.word}，{rating.grade.min} 分起）",
        *held_back(rating),
        f"基础分 {rules.ratings.accounts.credit.base} 分，加上近 12 个月的每一笔：",
    ]


def leaving(entries: Sequence[Entry], known: Fading) -> list[str]:
    """Each entry with the day on which it stops counting."""
    lines = zip(listed(entries, known.rules), map(known.leaves_on, entries), strict=True)
    return [f"{line}（{end.isoformat()} 起不再算）" if end else line for line, end in lines]


def part(title: str, points: int, cap: int) -> str:
    """What one part of a plan brings, by the item's cap."""
    capped = "，已经按上限算" if cap == points else ""
    return f"{title} {signed(points)}{capped}"


def unknown(said: str, near: Sequence[str]) -> str:
    """Names the part of a plan that no list knows."""
    hint = f"您是不是想说：{'、'.join(near)}？" if near else "发“积分清单”看看有哪些。"
    return f"“{said}”在清单里没有对上，没有试算。{hint}"


def would_be(rating: Rating) -> list[str]:
    """The grade a plan leads to, when, and what else that grade asks for."""
    grade = rating.grade
    return [
        f"都确认以后，当天信用分 {rating.score}，等级 {grade.key}（{grade.word}）",
        *held_back(rating),
        "只是试算，什么都没有记。",
    ]
