"""What the pledge commands say."""

from collections.abc import Sequence
from datetime import date

from domain.matters.matter import Matter
from domain.rules.pledges import Convention, Pledge

ADULTS_ONLY = "承诺书要成年人来签。可以请家长签，孩子跟着一起做。"
NOT_SIGNED = "好的，没有签。想签的时候再发“承诺书”。"


def covenant(convention: Convention) -> str:
    """The convention with its articles numbered."""
    return "\n".join([convention.title, *(f"{n}. {article}" for n, article in enumerate(convention.articles, 1))])


def pledge_list(pledges: Sequence[Pledge], signed: Sequence[str]) -> str:
    """The pledges one may sign, with those that hold already."""
    lines = [f"{n}. {one.name}{'（已签）' if one.code in signed else ''}" for n, one in enumerate(pledges, 1)]
    return "\n".join(["可以签的承诺书：", *lines, f"发“承诺 {pledges[0].name}”看全文再签，全凭自愿，随时可以撤回。"])


def text(pledge: Pledge) -> str:
    """Everything that is promised, and how to sign."""
    keep = [f"{n}. {line}" for n, line in enumerate(pledge.keep, 1)]
    return "\n".join(
        [
            f"《{pledge.title}》",
            "我会：",
            *keep,
            f"这些算失信：{'、'.join(pledge.breach)}。",
            f"有效 {pledge.validity_months} 个月，可以随时撤回，撤回不扣分。",
            f"愿意就回复“是”或“{pledge.sign_phrase}”，不签回“不是”。",
        ]
    )


def signed(code: object, pledge: Pledge, until: date) -> str:
    """The receipt of a signature."""
    return f"签好了：{pledge.title}，回执 {code}，有效到 {until.year}年{until.month}月{until.day}日。"


def count(pledge: Pledge, households: int, names: Sequence[str]) -> str:
    """How many of the grid have signed, with the names of those who agreed to be named."""
    named = f"（其中：{'、'.join(names)}）" if names else ""
    return f"本网格已有 {households} 家签了{pledge.name}{named}。"


def earned(title: str, points: int) -> str:
    """What the signature brought, told privately."""
    return f"承诺已记入：{title} +{points}。发“积分”看余额。"


def holds_already(pledge: Pledge, signature: Matter, until: date) -> str:
    """Says that nothing needs to be signed."""
    day = f"{until.year}年{until.month}月{until.day}日"
    return f"您已经签过{pledge.title}了（回执 {signature.code}），有效到 {day}，不用再签。"


def unknown(said: str, pledges: Sequence[Pledge]) -> str:
    """Names the pledges of one's own kind."""
    names = "、".join(f"“{one.name}”" for one in pledges)
    return f"没有找到“{said}”这份承诺。您可以签的有：{names}。发“承诺 名称”看全文。"


def withdrawn(pledge: Pledge) -> str:
    """The receipt of a withdrawal."""
    return f"{pledge.title}已经撤回，不扣分。想再签随时可以。"


def nothing_to_withdraw(pledge: Pledge) -> str:
    """Says that there is no such signature."""
    return f"您没有在有效期内的{pledge.title}，不用撤回。"
