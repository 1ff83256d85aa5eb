"""Supervisors' sampling: which rows of the ledger they are shown, and how much of a month they have seen."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil

from domain.ledger import Entry
from domain.masking import masked_name
from domain.members import Duty, Sender, Subject
from domain.period import SHANGHAI
from domain.query import Query

SHARE = 0.05
AT_LEAST = 10
OBJECTION = timedelta(days=7)
"""How long a shown row may be objected to before it counts as seen."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row as a supervisor is shown it."""

    entry: Entry
    who: str


@dataclass(frozen=True, slots=True)
class SampleFor(Query[tuple[Row, ...]]):
    """Random rows of the week before a day for a supervisor; own ones, the household's and the unit's are left out.

    Without a ``seed`` the chain's hash decides, which nobody can choose and everybody can check.
    """

    sender: Sender
    duty: Duty
    today: date
    seed: str = ""


@dataclass(frozen=True, slots=True)
class RowShown:
    """A supervisor was shown a row; the first time counts."""

    code: int
    person: int


@dataclass(frozen=True, slots=True)
class Supervision:
    """How much of a month's rows supervisors have looked at."""

    rows: int
    shown: int
    seen: int
    """Shown for seven days without an objection in that time."""
    objected: int

    @property
    def rate(self) -> float:
        """The share of rows that were seen; 0 where there are none."""
        return self.seen / self.rows if self.rows else 0.0


@dataclass(frozen=True, slots=True)
class SupervisionRate(Query[Supervision]):
    """The supervision of a month such as 2026-11, as it stands at a moment in epoch ms."""

    month: str
    now: int


def last_week(today: date) -> tuple[int, int]:
    """Monday to Monday of the week before, in epoch ms."""
    monday = today - timedelta(days=today.weekday())
    return _start(monday - timedelta(days=7)), _start(monday)


def days_of(month: str) -> tuple[int, int]:
    """The first moment of a month and of the one after, in epoch ms."""
    first = date.fromisoformat(f"{month}-01")
    return _start(first), _start((first + timedelta(days=31)).replace(day=1))


def _start(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=SHANGHAI).timestamp() * 1000)


def size(rows: int) -> int:
    """How many of so many rows are drawn: 5 %, at least ten, or all where there are fewer."""
    return min(rows, max(AT_LEAST, ceil(rows * SHARE)))


def shuffled(codes: Sequence[int], seed: str) -> tuple[int, ...]:
    """The rows in an order that only the seed decides; nobody who does not know it can tell what will be drawn."""
    key = seed.encode()
    return tuple(sorted(codes, key=lambda code: hmac.new(key, str(code).encode(), hashlib.sha256).digest()))


def who(subject: Subject | None) -> str:
    """The masked name on a row; whoever has left has none."""
    return masked_name(subject) if subject else "已注销"
