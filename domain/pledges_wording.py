"""What the calendar and the desk say about pledges and the covenant."""

from collections.abc import Sequence
from datetime import date

from domain.covenant import Covenant
from domain.matters.matter import Matter
from domain.rules.pledges import Pledge

SHOWN_NAMES = 10


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def renew(pledge: Pledge, until: date) -> str:
    """Asks for renewal."""
    return f"您签的{pledge.title} {_day(until)} 到期。愿意再签一年，发“承诺 {pledge.name}”看全文再签；不签也没关系，不扣分。"


def expired(title: str) -> str:
    """Says that a pledge is over."""
    return f"您签的{title}到期了，不扣分。想再签随时发“承诺书”。"


def changed(pledge: Pledge, until: date) -> str:
    """Says that the text is a new one."""
    return (
        f"{pledge.title}的文字改过了。您签的那一版到 {_day(until)} 一直有效；"
        f"愿意签新的，发“承诺 {pledge.name}”看全文再签。"
    )


def count(name: str, signers: int, names: Sequence[str]) -> str:
    """How many of the grid have signed, with the names of those who agreed to be named."""
    more = "等" if len(names) > SHOWN_NAMES else ""
    named = f"（其中：{'、'.join(names[:SHOWN_NAMES])}{more}）" if names else ""
    return f"本网格已有 {signers} 家签了{name}{named}。"


def drive(pledge: Pledge, until: date) -> str:
    """The text of a drive, as it is posted in a group."""
    keep = [f"{n}. {line}" for n, line in enumerate(pledge.keep, 1)]
    return "\n".join(
        [
            f"【承诺接龙】《{pledge.title}》",
            "我会：",
            *keep,
            f"这些算失信：{'、'.join(pledge.breach)}。",
            f"有效 {pledge.validity_months} 个月，可以随时撤回，撤回不扣分；全凭自愿。",
            f"愿意的在群里发“{pledge.sign_phrase}”就签上了，到 {until.month}月{until.day}日上午为止。",
        ]
    )


def drive_over(drive: Matter, signers: int) -> str:
    """The end of a drive, as it is posted in a group."""
    return f"{drive.line}接龙到今天结束，谢谢大家：本网格已有 {signers} 家签了。没赶上的随时可以签。"


def commenting(draft: Covenant, until: date) -> str:
    """A draft of the covenant, as it is posted in the groups."""
    articles = [f"{n}. {article}" for n, article in enumerate(draft.articles, 1)]
    return "\n".join(
        [
            f"【征求意见】{draft.title} 第 {draft.version} 版草案",
            *articles,
            f"有话说请私聊我发“公约意见 您的话”，在群里发要先@我，到 {until.month}月{until.day}日为止。",
        ]
    )


def adopted(covenant: Covenant) -> str:
    """What everybody bound reads once about a new version: two lines, and where the whole stands."""
    lines = [f"居民公约第 {covenant.version} 版通过了，改了什么：", *covenant.changes]
    return "\n".join([*lines, "发“公约”看全文；您签过的承诺书不受影响。"])
