"""Whoever holds a receipt: what it opens, and how guessing is slowed down."""

from dataclasses import replace

from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.tips.case import OUTCOMES, TipCase
from domain.tips.queries import TipByReceipt, TipJoinedBy
from domain.tips.receipts import plain
from handlers.tips import wording


def said_receipt(request: Request, words: str) -> str:
    """The digits that were said, or a refusal that shows how to say them."""
    said = str(request.slot("receipt") or "")
    if not said:
        raise Refusal(wording.NEED.format(words=words))
    return plain(said)


async def seen_as(book: Book, case: TipCase) -> TipCase:
    """The case as its reporter sees it: a merged one goes as the other goes, and nobody learns of another."""
    if case.state != "merged":
        return case
    other = await book.answer(TipJoinedBy(case.code))
    if other is None:
        return replace(case, state="unclear")
    shown = other.state if other.state in OUTCOMES | {"once_confirmed"} else "handed"
    return replace(case, state=shown)


async def held(request: Request, book: Book, receipt: str) -> TipCase:
    """The case of a receipt; wrong, foreign and expired ones are refused with the same words, ever more slowly."""
    pace, account = request.outside.tips, request.sender.account
    if left := pace.wait(account, request.at):
        raise Refusal(wording.WAIT.format(seconds=-(-left // 1000)))
    case = await book.answer(TipByReceipt(receipt)) if receipt else None
    if case is None:
        pace.missed(account, request.at)
        raise Refusal(wording.UNKNOWN)
    pace.found(account)
    return case
