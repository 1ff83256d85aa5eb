"""Which points pay and which run out: the oldest first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.ledger import Entry
from domain.period import months_before
from domain.query import Query


@dataclass(frozen=True, slots=True)
class Movement:
    """A movement of spendable points that was not reversed."""

    seq: int
    on: str
    item: str
    amount: int
    source: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """Points of one earning that went into a payment."""

    earned: Movement
    points: int


@dataclass(frozen=True, slots=True)
class SpendableOf(Query[tuple[Movement, ...]]):
    """Every movement of a subject's spendable points that was not reversed, in the order of the book."""

    subject: int


@dataclass(frozen=True, slots=True)
class RunningOut(Query[tuple[tuple[int, int], ...]]):
    """Subject and points: what was earned before a day (ISO) and is not spent."""

    before: str


@dataclass(frozen=True, slots=True)
class ExpirePoints:
    """Whatever was earned before a day and is not spent runs out, for everybody; posted once per month."""

    month: str
    before: str
    on: str
    version: str


def runs_out(movements: Iterable[Movement], before: str) -> int:
    """How many points earned before a day are not spent, if the oldest are always spent first."""
    earned, spent = 0, 0
    for one in movements:
        if one.amount < 0:
            spent -= one.amount
        elif one.on < before:
            earned += one.amount
    return max(0, earned - spent)


def running_out(balance: int, entries: Iterable[Entry], before: str) -> int:
    """How many points of a balance were earned before a day, told from the entries since then alone.

    The oldest points are always spent first, so whatever the balance holds beyond later earnings is older.
    """
    found = tuple(entries)
    undone = {one.reverses for one in found if one.reverses is not None}
    later = (one for one in found if one.account == "spendable" and one.occurred_on >= before and one.amount > 0)
    return max(0, balance - sum(one.amount for one in later if one.reverses is None and one.seq not in undone))


def payments(movements: Sequence[Movement]) -> Mapping[int, tuple[Share, ...]]:
    """For every payment, by its number in the book, the earnings that it took, the oldest first."""
    earned = sorted((one for one in movements if one.amount > 0), key=lambda one: (one.on, one.seq))
    left = [one.amount for one in earned]
    place, paid = 0, {}
    for spending in sorted((one for one in movements if one.amount < 0), key=lambda one: one.seq):
        owed, shares = -spending.amount, []
        while owed and place < len(earned):
            taken = min(owed, left[place])
            shares.append(Share(earned[place], taken))
            owed -= taken
            left[place] -= taken
            place += not left[place]
        paid[spending.seq] = tuple(shares)
    return paid


def oldest_kept(first_of_month: date, months: int) -> date:
    """On the first of a month, the day from which on points are kept: every point lives at least ``months``."""
    return months_before(first_of_month, months)
