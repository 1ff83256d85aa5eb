"""Whoever holds a receipt: what it opens, and how guessing is slowed down."""

import re
from dataclasses import replace

from domain.decision import Ask, Decision
from domain.numerals import fold
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.tips.case import OUTCOMES, TipCase
from domain.tips.queries import TipByReceipt, TipJoinedBy
from domain.tips.receipts import parted, plain
from handlers.tips import wording

BACK = (
    r"(?:我|要|想|请|帮|算了|那就?|就)*[,，\s]*(?:撤回|撤销|取消|收回|不[想要]?再?(?:报|举报|投诉|反映)了?|当我?没[说报])"
    r"(?:我|之前|刚才|那个|这个|这条|那条|的|举报|投诉|反映|线索|了|过|吧)*"
)
"""How people say that they want to take a tip back."""
_BACK = re.compile(rf"\W*{BACK}\W*")


def takes_back(words: str) -> bool:
    """True for words that say nothing but that a tip is taken back."""
    return _BACK.fullmatch(words) is not None


_WAVED = re.compile(r"\W*(?:算了|取消|随便|都行|不知道)\w{0,2}\W*")


def waved(words: str) -> bool:
    """True for a no that only waves a question away: whoever says it has not asked to be named."""
    return _WAVED.fullmatch(words) is not None


def withdrawal(**facts: str) -> Decision:
    """The question before a tip is erased."""
    yes, no = "(?:确定|要)?(?:撤回|删掉?)", "不(?:撤回?|删)|留着|别撤回?"
    return Decision(ask=Ask("withdraw", wording.WITHDRAW, on_no=wording.STAYS, yes=yes, no=no, facts=facts))


def said_receipt(request: Request) -> str:
    """What was said as the receipt, with the command or when asked for it; empty where nothing was."""
    return str(request.slot("receipt") or request.answers.get("receipt") or "")


def asked_for(words: str, **facts: str) -> Decision:
    """The question for the receipt, which the next message answers."""
    return Decision(ask=Ask("receipt", wording.NEED.format(words=words), "receipt", facts=facts))


async def seen_as(book: Book, case: TipCase) -> TipCase:
    """The case as its reporter sees it: a merged one goes as the other goes, and nobody learns of another."""
    if case.state != "merged":
        return case
    other = await book.answer(TipJoinedBy(case.code))
    if other is None:
        return replace(case, state="unclear")
    shown = other.state if other.state in OUTCOMES | {"once_confirmed"} else "handed"
    return replace(case, state=shown)


def digits(request: Request) -> str:
    """The sixteen digits that were said, empty where they are no receipt."""
    said = said_receipt(request)
    return plain(fold(said)) or parted(said)[0]


async def held(request: Request, book: Book) -> TipCase:
    """The case of a receipt; wrong, foreign and expired ones are refused with the same words, ever more slowly."""
    receipt = digits(request)
    pace, account = request.outside.tips, request.sender.account
    if left := pace.wait(account, request.at):
        raise Refusal(wording.WAIT.format(seconds=-(-left // 1000)))
    case = await book.answer(TipByReceipt(receipt)) if receipt else None
    if case is None:
        pace.missed(account, request.at)
        raise Refusal(wording.UNKNOWN)
    pace.found(account)
    return case
