"""同意 and 反对 as an answer to a card that is no board: a second confirmation of a deduction, or a month's draft."""

import re

from domain.decision import Decision
from domain.matters.matter import MatterAt, OpenMatters
from domain.matters.ruling import Verdict
from domain.period import month_title
from domain.query import Book
from domain.request import Request
from handlers.agenda import waiting
from handlers.balloting_wording import NO_REASON

_FINDING = re.compile(r"L[0-9]{1,9}(?![0-9A-Za-z])")
_MONTH = re.compile(r"【月结】([0-9]{4} 年 [0-9]{1,2} 月)")


async def ballot_on_card(request: Request, book: Book) -> Decision | None:
    """What the vote decides by the quoted card, or by the only thing that waits; None where it is for a board."""
    quote = request.message.quote
    if request.slot("ref"):
        return None
    said = verdict_of(request)
    if quote is None or not quote.of_bot:
        return await _only(request, book, said)
    if month := _MONTH.search(quote.text):
        return await _on_month(request, book, month[1], said)
    code = _FINDING.search(quote.text)
    ruling = request.rulings.get("finding")
    if code is None or ruling is None or ruling.find is None:
        return None
    matter = await ruling.find(request, book, code[0])
    return None if matter is None else await request.rulings[matter.sort].decide(request, book, matter, said)


def verdict_of(request: Request) -> Verdict:
    """What the vote says of any matter."""
    note = str(request.slot("note") or "")
    if request.slot("choice") == "approve":
        return Verdict("confirmed", note)
    return Verdict("rejected", note or NO_REASON)


async def _only(request: Request, book: Book, said: Verdict) -> Decision | None:
    """A bare word counts where one second confirmation waits and nothing else."""
    open_ones = [one for one in await waiting(request, book) if one.sort == "finding" and one.state == "seconding"]
    if len(open_ones) != 1:
        return None
    matter = await book.answer(MatterAt(open_ones[0].code))
    return None if matter is None else await request.rulings["finding"].decide(request, book, matter, said)


async def _on_month(request: Request, book: Book, title: str, said: Verdict) -> Decision | None:
    for one in await book.answer(OpenMatters(sort="settlement")):
        if month_title(str(one.facts["month"])) == title:
            settlement = await book.answer(MatterAt(one.code))
            return await request.rulings["settlement"].decide(request, book, settlement, said) if settlement else None
    return None
