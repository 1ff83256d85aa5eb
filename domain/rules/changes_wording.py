"""What changes of the rules are called."""

from collections.abc import Sequence

SETTINGS = "总的规定有改动"
_NAMES = {
    "title": "名称",
    "name": "叫法",
    "aliases": "叫法",
    "points": "分值",
    "cost": "要用的分",
    "cap_points": "上限",
    "cap_period": "多久算一次上限",
    "unit": "单位",
    "evidence": "凭据",
    "verifier": "由谁确认",
    "self_claim": "能不能自己申报",
    "redeemable": "能不能兑换",
    "subjects": "给谁用",
    "category": "类别",
    "domain": "类别",
    "severity": "轻重",
    "grace_hours": "宽限",
    "stock_per_month": "每月数量",
    "limit_per_month": "每月限换",
    "keep": "守信内容",
    "breach": "失信内容",
    "validity_months": "有效期",
    "min": "分数线",
    "conditions": "条件",
    "text": "文字",
    "quota_ratio": "名额",
    "source": "出处",
}


def added(name: str, worth: int | None) -> str:
    """An entry that is new."""
    return f"新增 {name}" + (f"（{abs(worth)} 分）" if worth is not None else "")


def gone(name: str) -> str:
    """An entry that is no longer there."""
    return f"去掉 {name}"


def changed(name: str, differences: Sequence[str]) -> str:
    """An entry that reads otherwise now."""
    return f"{name} 改了{'、'.join(dict.fromkeys(differences))}"


def difference(field: str, before: object, after: object) -> str:
    """One thing that is otherwise; figures are shown, texts would be too long."""
    name = _NAMES.get(field, "其他内容")
    plain = type(before) is int and type(after) is int
    return f"{name}（{before} → {after}）" if plain else name
