"""What the desk says about the yearly awards."""

from domain.rules.awards import Award

GONE = "这一份已经变了，请看看现在的样子再决定。"
WHO = "请选评议人；自己、自己家、自己单位的要回避。"
FIGURES = "每一项都要填从 0 到满分的整数。"
SCORED = "{code} 的打分记下了。"
TWO = "要两位评议人打过分才能列入公示名单。"
FULL = "“{title}”今年的名额是 {places} 个，已经列满了。要换人，请先把名单里的一份移出。"
UNLISTED = "{code} 移出公示名单了，回到等评议，已私下告诉本人。"
CHOSEN = "{code} 列入公示名单了，已私下告诉本人，还可以选不署名。"
NO_REASON = "请写清楚理由。"
OBJECTED = "异议记下了，核实以前不会授予。"
DISMISSED = "异议不成立，记下了；到日子照常授予。"
UPHELD = "异议成立，不授予了，已私下告诉本人。"
STATES = {
    "asked": "等本人答复",
    "willing": "本人愿意，等初筛",
    "shortlisted": "通过初筛，等评议",
    "chosen": "列入公示名单",
    "public": "正在公示",
}


def quota(award: Award, places: int, taken: int) -> str:
    """How many may be awarded, by which rule, and how many stand on the list."""
    share = f"，或{award.quota_base}的 {award.quota_ratio:.0%}，取多的" if award.quota_ratio else ""
    return f"今年名额 {places} 个（至少 {award.quota_min} 个{share}），已列入 {taken} 个"


def points(hundredths: int | None) -> str:
    """A mean score, for those who review."""
    return "" if hundredths is None else f"平均 {hundredths / 100:.1f} 分"
