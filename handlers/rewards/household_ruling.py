"""How the member of a household answers whose points are to be put together with another's."""

from domain.decision import Answer, Decision
from domain.matters.matter import Matter, MoveMatter, Step
from domain.matters.ruling import Ruling, Verdict
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.services.service import is_party
from domain.shop.sharing import AGREED, ASKED, DECLINED, HOUSEHOLD
from handlers.cards import cards, hands
from handlers.replying import reply
from handlers.rewards import sharing_wording as wording


async def _decide(request: Request, book: Book, matter: Matter, verdict: Verdict) -> Decision:
    if matter.state not in {ASKED, AGREED} or not is_party(request.sender, matter.facts.get("asked")):
        raise Refusal(wording.NOT_ASKED)
    step = Step(verdict.outcome, role="resident")
    if verdict.outcome != "confirmed":
        moved = MoveMatter(matter, DECLINED, step, closes=True, facts={"asked": ""})
        return Decision(Answer(wording.KEPT), (moved,), (matter.watch,))
    moved = MoveMatter(matter, AGREED, step)
    workers = await hands(book, "grid_worker", matter.grid, matter.concerns) if matter.state == ASKED else ()
    return Decision(Answer(wording.AGREED), (moved, *cards(workers, wording.agreed_card(matter))), (matter.watch,))


ruling = Ruling(HOUSEHOLD, _decide, reply=reply)
