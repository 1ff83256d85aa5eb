"""What people wanted and did not get, counted by month and never by person."""

from dataclasses import dataclass
from typing import Literal

from domain.query import Query

Sort = Literal["reward", "help", "room"]
Why = Literal["sold_out", "short", "limit", "not_offered", "no_helper", "taken", "closed"]


@dataclass(frozen=True, slots=True)
class Unmet:
    """A wish that was refused, or so many in a month; ``what`` is a reward's code, a topic or a room, else empty."""

    month: str
    sort: Sort
    what: str
    why: Why
    count: int = 1


@dataclass(frozen=True, slots=True)
class UnmetIn(Query[tuple[Unmet, ...]]):
    """Everything unmet of a month, the most wanted first."""

    month: str
