"""How the lists are told in chat."""

from collections import Counter
from collections.abc import Sequence

from domain.rules.catalogue import Item
from domain.rules.kinds import SubjectKind
from domain.rules.negative import NegativeItem
from domain.rules.rulebook import Rulebook
from domain.rules.wording import KIND_NAMES

_CAPS = {"day": "每天", "month": "每月", "quarter": "每季度", "year": "每年"}
_EVIDENCE = {
    "photo": "照片",
    "sign_in": "签到签退",
    "witness": "网格员在场",
    "document": "材料",
    "system": "系统自动",
    "partner": "合作方确认",
    "peer": "受助人确认",
}
_VERIFIERS = {
    "grid_worker": "网格员",
    "volunteer_center": "活动发布人、队长或网格员",
    "property": "物业",
    "partner": "合作方",
    "committee": "管理小组两个人",
    "system": "系统按规则自动记",
}
_BASIS = {"published": "公开的规定", "derived": "参照公开的规定", "plausible": "社区公约"}


def _counted(counts: Counter[str], titles: dict[str, str]) -> list[str]:
    return [f"{titles[key]} {count} 项" for key, count in counts.items()]


def positive_overview(rules: Rulebook, kind: SubjectKind) -> str:
    """How many items each category has, and how to ask on."""
    counts = Counter(item.category for item in rules.positive_items(kind))
    titles = {one.key: one.title for one in rules.catalogue.categories}
    ask = "想知道某一项几分，就问我，例如“参加志愿服务加几分”。"
    return "\n".join([f"积分清单（规则版本 {rules.version[:6]}）", *_counted(counts, titles), ask])


def negative_overview(rules: Rulebook, kind: SubjectKind) -> str:
    """How many items each domain has, and how to ask on."""
    counts = Counter(item.domain for item in rules.negative_items(kind))
    titles = {one.key: one.title for one in rules.negative.domains}
    ask = "只登记行为，不评价人；先提醒、后扣分，改了能补回来。想知道某一项，就问我，例如“遛狗不牵绳扣多少分”。"
    return "\n".join([f"负面清单（规则版本 {rules.version[:6]}）", *_counted(counts, titles), ask])


def earned(item: Item) -> str:
    """One line of the positive list."""
    proof = "、".join(_EVIDENCE[one] for one in item.evidence)
    return "\n".join(
        [
            f"{item.title}：每{item.unit} +{item.points} 分，{_CAPS[item.cap_period]}最多 {item.cap_points} 分",
            f"凭{proof}，由{_VERIFIERS[item.verifier]}确认",
            "可以用来兑换" if item.redeemable else "只算信用分，不能兑换",
            *([f"自己申报：发“申报 {item.names[-1]}”"] if item.self_claim else []),
            f"（{item.code}）",
        ]
    )


def lost(item: NegativeItem) -> str:
    """One line of the negative list: what counts, the reminder, the way to mend it, and what it rests on."""
    grace = f"第一次先提醒，{item.grace_hours} 小时内改好就不记" if item.grace_hours else "第一次先提醒，不扣分"
    if item.severity == "serious" and not item.grace_hours:
        grace = "性质严重，核实后直接告知"
    return "\n".join(
        [
            f"{item.title}：每次 −{-item.points} 分，{_CAPS[item.cap_period]}最多扣 {item.cap_points} 分",
            grace,
            f"影响 {item.effect_months} 个月；修复办法：{item.repair_by}",
            f"依据：{_BASIS[item.source_kind]}（{item.code}）。扣分前会私下告知，7 天内可以申诉。",
        ]
    )


def of_others(kind: SubjectKind, good: Item | None, bad: NegativeItem | None) -> str:
    """The line of another kind's list, named as such, or nothing where that has none either."""
    line = earned(good) if good else lost(bad) if bad else ""
    return f"这是{KIND_NAMES[kind]}的清单，您的清单里没有这一项：\n{line}" if line else ""


def nearest(topic: str, titles: Sequence[str]) -> str:
    """Where no line is called that."""
    if not titles:
        return f"清单里没有“{topic}”。发“积分清单”或“负面清单”看看有哪些；想看自己的分发“积分”，别人的分不能查。"
    return f"清单里没有“{topic}”，您是不是想问：{'、'.join(titles)}？"
