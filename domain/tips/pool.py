"""The sealed pool: whoever is rewarded through it stands among others of the same item, amount and moment."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from domain.query import Query
from domain.rules.catalogue import Item
from domain.rules.rewards import TipReward

SLOTS = 400
"""How many rewards may wait at once; as many are always written, so that nobody can count them."""
_SUBJECT, _MONTH = 8, 4
_SLOT = _SUBJECT + _MONTH
_MONTHS_A_YEAR = 12
Below = Callable[[int], int]
T = TypeVar("T")


class PoolFull(Exception):  # noqa: N818 - an outcome, never shown
    """No slot is left."""


@dataclass(frozen=True, slots=True)
class Entitled:
    """One reward that waits: for whom, and from which month on it may be booked (``month_number``)."""

    subject: int
    due: int


@dataclass(frozen=True, slots=True)
class JoinPool:
    """The receipt's one reward is taken: its row is deleted, and the account waits in the pool; Moved where it is gone.

    ``carry`` are the months that it may be put off by, one of them at random.
    """

    receipt: str
    subject: int
    on: date
    carry: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReleasePool:
    """The month's batch is booked, rewards among it; what waits on is sealed anew for the next month.

    ``grows`` is False once the setting is off: then the pool goes as soon as nobody waits in it.
    """

    on: date
    terms: TipReward
    item: Item
    version: str
    grows: bool = True


@dataclass(frozen=True, slots=True)
class DropPoolKeys:
    """The keys of all pools but the one there are destroyed; post it once the batch is in the book."""


@dataclass(frozen=True, slots=True)
class PoolWaits(Query["int | None"]):
    """How many rewards wait in the pool; None where there is no pool."""


def month_number(day: date) -> int:
    """Months counted through, so that they can be compared and added to."""
    return day.year * _MONTHS_A_YEAR + day.month - 1


def epoch_of(month: int) -> str:
    """The name of a counted month, as ``2026-11``."""
    return f"{month // _MONTHS_A_YEAR}-{month % _MONTHS_A_YEAR + 1:02}"


def packed(waiting: Iterable[Entitled], below: Below) -> bytes:
    """All that waits, shuffled among empty slots; always of one length."""
    slots = [one.subject.to_bytes(_SUBJECT) + one.due.to_bytes(_MONTH) for one in waiting]
    if len(slots) > SLOTS:
        raise PoolFull
    slots += [bytes(_SLOT)] * (SLOTS - len(slots))
    return b"".join(shuffled(slots, below))


def unpacked(plain: bytes) -> tuple[Entitled, ...]:
    """All that waits."""
    slots = (plain[start : start + _SLOT] for start in range(0, len(plain), _SLOT))
    return tuple(
        Entitled(int.from_bytes(slot[:_SUBJECT]), int.from_bytes(slot[_SUBJECT:])) for slot in slots if any(slot)
    )


def shuffled(things: Iterable[T], below: Below) -> list[T]:
    """The same things in an order that nobody can foresee."""
    found = list(things)
    for last in range(len(found) - 1, 0, -1):
        other = below(last + 1)
        found[last], found[other] = found[other], found[last]
    return found


@dataclass(frozen=True, slots=True)
class Drawn:
    """A month's batch: the accounts that are booked, and what waits on."""

    accounts: frozenset[int]
    waiting: tuple[Entitled, ...]


def drawn(waiting: Sequence[Entitled], fit: Collection[int], month: int, terms: TipReward, below: Below) -> Drawn:
    """Who is booked in a month, out of the accounts that are fit to be drawn by lot.

    Rewards go only to accounts that might have been drawn anyway, and their number changes nothing about the number
    of all: otherwise whoever could not have been drawn, or a month that is larger than others, would give them away.
    """
    fresh = [one for one in waiting if month - one.due < _MONTHS_A_YEAR]
    size = min(terms.cover_per_month, len(fit))
    if size < terms.min_batch_accounts:
        return Drawn(frozenset(), tuple(fresh))
    ready = {one.subject for one in fresh if one.due <= month and one.subject in fit}
    paid = shuffled(sorted(ready), below)[: int(size * terms.max_tip_share)]
    others = shuffled(sorted(set(fit) - set(paid)), below)
    return Drawn(frozenset(paid + others[: size - len(paid)]), _left(fresh, month, paid))


def _left(waiting: Iterable[Entitled], month: int, paid: Iterable[int]) -> tuple[Entitled, ...]:
    """One reward of each paid account is gone, its oldest."""
    gone, left = set(paid), []
    for one in sorted(waiting, key=lambda one: one.due):
        if one.subject in gone and one.due <= month:
            gone.discard(one.subject)
        else:
            left.append(one)
    return tuple(left)
