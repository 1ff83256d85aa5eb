"""How bookings are answered: by the provider beforehand, by whoever booked the day after."""

from domain.bookings.booking import (
    AGREED,
    ASKED,
    ASKED_AFTER,
    DECLINED,
    MISSED,
    SORT,
    USED,
    FreeRoom,
)
from domain.decision import Answer, Ask, Decision, Say, Target, Urgency
from domain.matters.matter import Matter, MoveMatter, Step
from domain.matters.ruling import Ruling, Verdict
from domain.matters.standing_by import duty_for
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.services.service import is_party
from handlers.partners import wording
from handlers.partners.no_show import no_show
from handlers.partners.used import opened_points
from handlers.replying import reply


async def _decide(request: Request, book: Book, booking: Matter, verdict: Verdict) -> Decision:
    duty = duty_for(request.sender, booking)
    if duty is None and not is_party(request.sender, booking.facts.get("asked")):
        raise Refusal(wording.NOT_YOURS.format(code=booking.code))
    yes = verdict.outcome == "confirmed"
    step = Step(verdict.outcome, duty.person if duty else 0, duty.role if duty else "resident", verdict.note)
    if booking.state == ASKED:
        return _agreed(booking, step) if yes else _declined(booking, step, verdict.note)
    if booking.state == ASKED_AFTER:
        return await (_used if yes else _unused)(request, book, booking, step)
    raise Refusal(wording.NOT_YOURS.format(code=booking.code))


def _agreed(booking: Matter, step: Step) -> Decision:
    moved = MoveMatter(booking, AGREED, step, due_at=int(booking.facts["until"]), facts={"asked": ""})
    told = _to_booker(booking, wording.agreed(booking))
    return Decision(Answer(wording.told_back(booking, yes=True)), (moved, told), (booking.watch,))


def _declined(booking: Matter, step: Step, reason: str) -> Decision:
    moved = MoveMatter(booking, DECLINED, step, closes=True, facts={"asked": ""})
    told = _to_booker(booking, wording.declined(booking, reason))
    answer = Answer(wording.told_back(booking, yes=False))
    return Decision(answer, (moved, FreeRoom(booking.code), told), (booking.watch,))


def _to_booker(booking: Matter, words: str) -> Say:
    return Say(Target("subject", str(booking.subject)), words, urgency=Urgency.NOTICE)


async def _used(request: Request, book: Book, booking: Matter, step: Step) -> Decision:
    moved = MoveMatter(booking, USED, step, closes=True, facts={"asked": ""})
    points = await opened_points(request, book, booking)
    watches = (booking.watch, *((points.watch,) if points else ()))
    given = (*points.entries, points.told) if points else ()
    return Decision(Answer(wording.THANKS), (moved, *given), watches)


async def _unused(request: Request, book: Book, booking: Matter, step: Step) -> Decision:
    """Whose fault it was is asked; a provider's goes to the grid worker as a proposal, never further by itself."""
    why = request.answers.get("why")
    if not why:
        return Decision(ask=Ask("why", wording.WHY_UNUSED, "choice", (wording.DID_NOT_GO, wording.NOT_OPEN)))
    moved = MoveMatter(booking, MISSED, step, closes=True, facts={"asked": "", "why": why})
    if why != wording.NOT_OPEN:
        return Decision(Answer(wording.NO_GO), (moved,), (booking.watch,))
    return Decision(Answer(wording.PASSED_ON), (moved, *await no_show(request, book, booking)), (booking.watch,))


ruling = Ruling(SORT, _decide, reply=reply)
