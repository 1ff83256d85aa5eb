"""The stock of each reward and month, and the month in figures."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.query import Query


@dataclass(frozen=True, slots=True)
class Stock:
    """One reward in one month: issued and left are together what was received and what came back."""

    received: int
    issued: int
    back: int
    left: int


@dataclass(frozen=True, slots=True)
class AddStock:
    """Pieces come in (or, below zero, are taken out); ``stock`` is what the month begins with by the rules."""

    reward: str
    month: str
    count: int
    stock: int


@dataclass(frozen=True, slots=True)
class StockOf(Query[Mapping[str, Stock]]):
    """The stock of a month (``2026-11``) by reward; what nobody touched yet is missing."""

    month: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What a month did with one reward."""

    reward: str
    issued: int
    used: int
    returned: int
    expired: int
    points: int


@dataclass(frozen=True, slots=True)
class ShopFigures(Query[tuple[Figures, ...]]):
    """Issued in the month, and of all vouchers what was used, returned and expired in it, by reward."""

    month: str


def fresh(per_month: int) -> Stock:
    """The stock of a month that nobody touched yet."""
    return Stock(per_month, 0, 0, per_month)


def left_of(stock: Mapping[str, Stock], reward: str, per_month: int) -> int | None:
    """How many pieces are left; None where there is no limit."""
    if not per_month:
        return None
    found = stock.get(reward)
    return found.left if found else per_month
