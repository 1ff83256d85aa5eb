"""Whoever holds a receipt: what it opens, and how guessing is slowed down."""

from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.tips.case import TipCase
from domain.tips.queries import TipByReceipt
from domain.tips.receipts import plain
from handlers.tips import wording


def said_receipt(request: Request, words: str) -> str:
    """The digits that were said, or a refusal that shows how to say them."""
    said = str(request.slot("receipt") or "")
    if not said:
        raise Refusal(wording.NEED.format(words=words))
    return plain(said)


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
