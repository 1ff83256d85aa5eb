"""The monthly settlement: which findings belong to a month, who may close it, and the effect that posts it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.findings.states import DUE
from domain.findings.timing import milliseconds
from domain.matters.matter import Matter, Step
from domain.matters.standing_by import concerned
from domain.members import AccountRef, Duty, Sender
from domain.period import SHANGHAI, Span, months_before
from domain.query import Query

SORT = "settlement"
VOTERS = 2
_UNTIED = Sender(AccountRef("", ""))


@dataclass(frozen=True, slots=True)
class SettleMonth:
    """Post every finding that fell due in a month: entries, balances, moves and private notices.

    Each grid and month is closed once; a second run changes nothing. ``notice`` is filled with ``code``, ``title``
    and ``points``.
    """

    month: str
    notice: str


@dataclass(frozen=True, slots=True)
class MonthClosed(Query["int | None"]):
    """When a month was closed for the last of its grids, in epoch ms; None while it is open."""

    month: str


@dataclass(frozen=True, slots=True)
class MonthCounts(Query[tuple[tuple[str, str, int], ...]]):
    """Grid, item and number of the deductions that a closed month holds now; reversed ones are left out."""

    month: str


def days_of(month: str) -> Span:
    """The days of a month written as 2026-11."""
    first = date.fromisoformat(f"{month}-01")
    return Span(first, months_before(first, -1))


def last_day(month: str) -> date:
    """The day that a month's settlement is booked on."""
    return days_of(month).until - timedelta(days=1)


def end_of(month: str) -> int:
    """The first moment after a month, in epoch ms."""
    return milliseconds(datetime.combine(days_of(month).until, datetime.min.time(), SHANGHAI))


def month_before(day: date) -> str:
    """The month before the one of a day."""
    return f"{months_before(day.replace(day=1), 1):%Y-%m}"


def belonging(findings: Sequence[Matter], month: str) -> tuple[Matter, ...]:
    """The findings that a month's settlement posts: those whose time to object ended in it or before."""
    end = end_of(month)
    return tuple(one for one in findings if one.state == DUE and one.due_at is not None and one.due_at < end)


def votes(steps: Sequence[Step]) -> dict[int, Step]:
    """The last vote of everybody who voted."""
    return {one.person: one for one in steps if one.act in {"approve", "reject"}}


def approved(steps: Sequence[Step]) -> bool:
    """True once two said yes, one of them a supervisor, and nobody's no stands."""
    last = votes(steps).values()
    if any(one.act == "reject" for one in last):
        return False
    return len(last) >= VOTERS and any(one.role == "supervisor" for one in last)


def count_words(count: int, least: int) -> str:
    """A count as a group may read it."""
    return f"{count} 件" if count >= least else "若干"


def uninvolved(members: Sequence[Duty], concerns: Sequence[str]) -> tuple[Duty, ...]:
    """The members whom it does not concern."""
    return tuple(one for one in members if not concerned(_UNTIED, one, concerns))


def decidable(members: Sequence[Duty], concerns: Sequence[str] = ()) -> bool:
    """True where two different members, one a supervisor, are not among whom it concerns."""
    able = uninvolved(members, concerns)
    return len({one.person for one in able}) >= VOTERS and any(one.role == "supervisor" for one in able)


def management(duties: Sequence[Duty]) -> tuple[Duty, ...]:
    """Who of these belongs to the points management group."""
    return tuple(one for one in duties if one.role in {"supervisor", "secretary"} or one.in_management_group)
