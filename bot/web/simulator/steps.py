"""How far a call to the clock goes."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.clock import SHANGHAI
from bot.web.simulator import wording
from bot.web.simulator.failures import UnfitError
from domain.period import span

_DAYS = re.compile(r"days:([0-9]{1,4})")
_NEXT = {
    "start_of_next_month": "this_month",
    "start_of_next_quarter": "this_quarter",
    "start_of_next_year": "this_year",
}
_ALMOST_NOW = timedelta(minutes=10)
_FURTHEST = 20
"""Years; further than that is a slip of the hand."""


def moment(milliseconds: int) -> datetime:
    """A moment of the book in Shanghai."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone(SHANGHAI)


def goal(body: Mapping[str, Any], now: datetime) -> datetime:
    """The moment to go to; UnfitError says why not."""
    if body.get("staff", "none") not in ("auto", "none"):
        raise UnfitError(wording.BAD_STAFF)
    target = _to(body["to"], now) if "to" in body else _step(body.get("step"), now)
    if target.year > now.year + _FURTHEST:
        raise UnfitError(wording.BAD_TIME)
    return target


def _to(said: object, now: datetime) -> datetime:
    try:
        target = datetime.fromisoformat(str(said)).astimezone(SHANGHAI) if _has_offset(said) else None
    except (ValueError, OverflowError) as error:
        raise UnfitError(wording.BAD_TIME) from error
    if target is None:
        raise UnfitError(wording.BAD_TIME)
    if target < now - _ALMOST_NOW:
        raise UnfitError(wording.BACKWARDS)
    return max(target, now)


def _has_offset(said: object) -> bool:
    return isinstance(said, str) and datetime.fromisoformat(said).tzinfo is not None


def _step(step: object, now: datetime) -> datetime:
    if isinstance(step, str) and (days := _DAYS.fullmatch(step)):
        return now + timedelta(days=int(days[1]))
    if step == "next_tip":
        return _next_tip(now)
    if isinstance(step, str) and step in _NEXT:
        return _midnight(span(_NEXT[step], now.date()).until)  # type: ignore[arg-type]  # one of the names
    raise UnfitError(wording.BAD_STEP)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), SHANGHAI)


def _next_tip(now: datetime) -> datetime:
    # Wednesday 19:30, and the widest offset of a group behind it.
    wednesday = now.date() + timedelta(days=(2 - now.weekday()) % 7)
    tip = datetime.combine(wednesday, time(19, 40), SHANGHAI)
    return tip if tip > now else tip + timedelta(days=7)
