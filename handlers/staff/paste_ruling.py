"""转发稿 in 今日: its row answered with 属实 is pasted; anything else leaves it there."""

from domain import pasting_wording as wording
from domain.decision import Answer, Decision
from domain.matters.matter import Matter
from domain.matters.ruling import Ruling, Verdict
from domain.pasting import SORT
from domain.query import Book
from domain.request import Request
from handlers.staff.posted import marked


async def _decide(request: Request, _book: Book, matter: Matter, verdict: Verdict) -> Decision:
    if verdict.outcome == "confirmed":
        return marked(request, matter)
    return Decision(Answer(wording.NOT_YET.format(code=matter.code)))


ruling = Ruling(SORT, _decide)
