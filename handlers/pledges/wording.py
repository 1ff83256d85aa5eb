"""What the pledge commands say."""

from collections.abc import Sequence
from datetime import date

from domain.covenant import OF_THE_RULES, Covenant
from domain.matters.matter import Matter
from domain.rules.pledges import Pledge

ADULTS_ONLY = "承诺书要成年人来签。可以请家长签，孩子跟着一起做。"
NOT_SIGNED = "好的，没有签。想签的时候再发“承诺书”。"


def covenant(title: str, articles: Sequence[str], *more: str) -> str:
    """The convention with its articles numbered, and what else is to be said of it."""
    return "\n".join([title, *(f"{n}. {article}" for n, article in enumerate(articles, 1)), *more])


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


COPY = "这是您签的承诺书，请留好。"
COPY_NAME = "承诺书.pdf"
NO_DRAFT = "现在没有在征求意见的公约草案。想看现在的公约，发“公约”。"
COMMENTED = "记下了，谢谢。意见不记名交给议事会，通过了会告诉大家改了什么。"


def copy_text(pledge: Pledge) -> tuple[str, ...]:
    """The paragraphs of the signer's copy."""
    keep = tuple(f"{n}. {line}" for n, line in enumerate(pledge.keep, 1))
    validity = f"有效 {pledge.validity_months} 个月，可以随时撤回，撤回不扣分。"
    return ("我会：", *keep, f"这些算失信：{'、'.join(pledge.breach)}。", validity)


def adoption(covenant: Covenant) -> str:
    """By whom and when a version was adopted."""
    day = date.fromisoformat(covenant.adopted_on)
    return (
        f"第 {covenant.version} 版，{day.year}年{day.month}月{day.day}日 {covenant.meeting}通过"
        f"（赞成 {covenant.votes_for}，反对 {covenant.votes_against}）。"
    )


def first_version() -> str:
    """The version of the rule files, which no meeting is on record for."""
    return f"第 {OF_THE_RULES} 版，随规则启用，还没有登记通过日期。"


def under_way(draft: Covenant, until: date) -> str:
    """That a draft is open to comments, and what is new in it."""
    new = "；".join(draft.changes)
    return f"第 {draft.version} 版正在征求意见，到 {until.month}月{until.day}日。改动：{new}\n有话说请私聊我发“公约意见 您的话”，不记名。"


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
