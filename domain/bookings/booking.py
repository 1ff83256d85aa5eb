"""What a booking holds in the book: quarters of an hour of one room, each at most once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.code import NewCode
from domain.query import Query

SORT = "booking"
ASKED, AGREED, DECLINED, LAPSED = "asked", "agreed", "declined", "lapsed"
ASKED_AFTER, USED, MISSED = "asked_after", "used", "missed"
CELL = timedelta(minutes=15)
CELL_MS = int(CELL.total_seconds() * 1000)


@dataclass(frozen=True, slots=True)
class HoldRoom:
    """A room is taken for a booking from one moment to another (epoch ms); nobody else can hold it then."""

    resource: str
    code: NewCode
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class FreeRoom:
    """A booking holds its room no longer."""

    code: str


@dataclass(frozen=True, slots=True)
class TakenCells(Query[frozenset[int]]):
    """The beginnings of the taken quarters of a room within a time, in epoch ms."""

    resource: str
    since: int
    until: int


def cells(since: int, until: int) -> range:
    """The beginnings of the quarters that a time touches."""
    return range(since - since % CELL_MS, until, CELL_MS)


def milliseconds(moment: datetime) -> int:
    """Epoch milliseconds, as the book keeps time."""
    return int(moment.timestamp() * 1000)


def is_free(taken: Iterable[int], since: datetime, until: datetime) -> bool:
    """True where none of the quarters is taken."""
    return frozenset(taken).isdisjoint(cells(milliseconds(since), milliseconds(until)))
