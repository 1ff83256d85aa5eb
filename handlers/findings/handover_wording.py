"""What is said about matters that are handed to an authority."""

from domain.decision import Card
from domain.findings.handing_over import Receipt
from domain.matters.matter import Matter

ONCE = "您已确认，还要另一个人确认才移送，已经转过去了。"
STAYS = "好的，{code} 不移送，照原来的办。"
DONE = "{code} 已经移送，社区不再扣分，已经告诉本人。"
TOO_LATE = "{code} 已经办结或者入账，没有可以移送的，什么都没有改。"


def line(finding: Matter, receipt: Receipt) -> str:
    """The row in 待办."""
    return f"{finding.code} {finding.line}（移送{receipt.authority}，回执 {receipt.number}，社区不再扣分）"


def card(about: str) -> Card:
    """What the two read who confirm it."""
    return Card("【移送】", (about, "要两个人确认。发“待办”按行号回复，例如“1 属实”。"), ("属实", "不属实 原因"))


def told(finding: Matter, authority: str) -> str:
    """What the subject reads."""
    title = finding.facts["title"]
    return f"{finding.code} {title}：这件事已经移送{authority}依法处理，社区不再扣分，同一件事不算两次。"
