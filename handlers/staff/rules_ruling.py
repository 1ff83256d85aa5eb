"""How a new version of the rules comes into force: two different people agree to it."""

from domain.decision import Answer, Decision
from domain.matters.matter import Matter, MatterAt, MoveMatter
from domain.matters.ruling import Ruling, Verdict
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.rules import adoption_wording as wording
from domain.rules.adoption import ADOPTED, SORT
from handlers.pairing import Pairing, by_two


async def _decide(request: Request, book: Book, asked: Matter, verdict: Verdict) -> Decision:
    full = await book.answer(MatterAt(asked.code))
    if full is None or full.closed_at is not None:
        raise Refusal(wording.STAYS)
    card = wording.card(full.line, str(full.facts["votes"]), list(full.facts["changes"]))
    step = await by_two(request, book, full, verdict, Pairing(wording.ONCE, wording.STAYS, card))
    if isinstance(step, Decision):
        return step
    moved = MoveMatter(full, ADOPTED, step, closes=True)
    return Decision(Answer(wording.DONE.format(version=full.facts["version"])), (moved,), (full.watch,))


ruling = Ruling(SORT, _decide)
