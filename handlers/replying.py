"""A free reply to a card of a P matter: the answer that was wanted, or words that the bot carries to the other side."""

from domain.awards.nomination import LEAVABLE
from domain.bookings.booking import AGREED, FreeRoom
from domain.bookings.booking import SORT as BOOKING
from domain.decision import Answer, Decision, Say, Urgency
from domain.matters.matter import Matter, MoveMatter, OpenMatters, Step
from domain.matters.ruling import Verdict
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.services.bringing import STEP
from domain.services.service import (
    ASKED,
    CLAIMED,
    OPEN,
    REPORTED,
    SORTS,
    WITHDRAWN,
    Part,
    is_party,
    part_of,
    target_of,
)
from handlers import replying_wording as wording

TAKES_BACK = frozenset({"撤回", "撤销", "取消", "不用了", "不需要了", "去不了"})
"""Words by which whoever asked for something takes it back, quoting its card."""
_STILL_OPEN = frozenset({ASKED, OPEN, AGREED}) | LEAVABLE


async def reply(request: Request, book: Book, matter: Matter, text: str) -> Decision:
    """Answer what is asked of the sender, take back what is the sender's, or carry the words to the other side."""
    asked, part = is_party(request.sender, matter.facts.get("asked")), part_of(request.sender, matter)
    if not (asked or part):
        raise Refusal(wording.NOT_YOURS.format(code=matter.code))
    yes = _yes(request)
    if asked and yes is not None and matter.closed_at is None:
        if not text and (others := await _others(request, book, matter.code)):
            raise Refusal(wording.which((matter.code, *others), by_code=bool(request.sender.duties)))
        verdict = Verdict("confirmed" if yes else "rejected")
        return await request.rulings[matter.sort].decide(request, book, matter, verdict)
    if part == "asker" and text in TAKES_BACK and matter.state in _STILL_OPEN:
        return _taken_back(matter)
    return _carried(matter, part, text)


async def _others(request: Request, book: Book, code: str) -> list[str]:
    """What else is asked of the sender: a bare word counts only where there is nothing else."""
    found = await book.answer(OpenMatters())
    return [one.code for one in found if one.code != code and is_party(request.sender, one.facts.get("asked"))]


def _taken_back(matter: Matter) -> Decision:
    moved = MoveMatter(matter, WITHDRAWN, Step("withdrawn", role="resident"), closes=True, facts={"asked": ""})
    told: tuple[object, ...] = ()
    if matter.sort == BOOKING:
        lender = target_of(str(matter.facts.get("lender", "")))
        words = wording.cancelled(matter)
        told = (FreeRoom(matter.code), *((Say(lender, words, urgency=Urgency.NOTICE),) if lender else ()))
    return Decision(Answer(wording.WITHDRAWN.format(code=matter.code)), (moved, *told), (matter.watch,))


def _yes(request: Request) -> bool | None:
    if STEP in request.answers:
        return request.answers[STEP] is True
    return {"confirm": True, "decline": False}.get(str(request.slot("said")))


def _carried(matter: Matter, part: Part, text: str) -> Decision:
    """The words to the other side; names and numbers stay with the bot."""
    if matter.closed_at is not None or not text:
        raise Refusal(wording.OVER.format(code=matter.code))
    if not part or matter.state not in {CLAIMED, REPORTED} or matter.sort not in SORTS:
        raise Refusal((wording.NOT_CLAIMED if part else wording.ONLY_YES_NO).format(code=matter.code))
    others = ("asker", "other") if part == "helper" else ("helper",)
    to = [found for other in others if (found := target_of(str(matter.facts.get(other, ""))))]
    if not to:
        raise Refusal(wording.AT_THE_DESK.format(code=matter.code))
    card = wording.carried(matter, part, text)
    return Decision(Answer(wording.CARRIED), tuple(Say(one, "", card, urgency=Urgency.ANSWER) for one in to))
