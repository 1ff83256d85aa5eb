"""Wishes that are refused, as the month's figures count them: how often, and never whose."""

from datetime import datetime

from domain.bookings.booking import is_free
from domain.bookings.opening import Opening
from domain.demand import Sort, Unmet, Why
from domain.period import civil
from domain.request import Request


def month_of(request: Request) -> str:
    """The month it is."""
    return f"{civil(request.now):%Y-%m}"


def unmet(request: Request, sort: Sort, what: str, why: Why) -> Unmet:
    """One wish, once however many were wanted."""
    return Unmet(month_of(request), sort, what, why)


def room_missed(
    request: Request, room: str, known: tuple[Opening, frozenset[int]], times: tuple[datetime, datetime]
) -> tuple[Unmet, ...]:
    """A room that is closed or taken then; whoever is only too early or too late for it is not counted."""
    opening, taken = known
    if not opening.holds(*times):
        return (unmet(request, "room", room, "closed"),)
    return () if is_free(taken, *times) else (unmet(request, "room", room, "taken"),)
