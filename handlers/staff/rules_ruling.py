"""How a new version of the rules comes into force: two different people agree to it."""

from domain.decision import Answer, Decision
from domain.matters.matter import Matter, MoveMatter
from domain.matters.ruling import Ruling, Verdict
from domain.query import Book
from domain.request import Request
from domain.rules import adoption_wording as wording
from domain.rules.adoption import ADOPTED, SORT
from handlers.pairing import Pairing, by_two


async def _decide(request: Request, book: Book, asked: Matter, verdict: Verdict) -> Decision:
    card = wording.card(asked.line, str(asked.facts["votes"]), list(asked.facts["changes"]))
    step = await by_two(request, book, asked, verdict, Pairing(wording.ONCE, wording.STAYS, card))
    if isinstance(step, Decision):
        return step
    moved = MoveMatter(asked, ADOPTED, step, closes=True)
    return Decision(Answer(wording.DONE.format(version=asked.facts["version"])), (moved,), (asked.watch,))


ruling = Ruling(SORT, _decide)
