"""Vouchers: a code for each piece that points were exchanged for, and what becomes of it, each once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from domain.ledger import Entry
from domain.query import Query

State = Literal["issued", "used", "returned", "expired"]

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Nothing that is read wrongly aloud or from a print: no 0 and O, no 1, I and L."""
LENGTH = 7


def new_voucher_code(below: Callable[[int], int]) -> str:
    """A code as people show it; ``below`` is the randomness."""
    return "V" + "".join(ALPHABET[below(len(ALPHABET))] for _ in range(LENGTH))


@dataclass(frozen=True, slots=True)
class Voucher:
    """One piece; ``source`` is that of the entry that paid, ``until_on`` the last day on which it is good.

    ``start`` and ``end`` are the booked time as local ISO minutes, empty where none was chosen.
    """

    code: str
    subject: int
    reward: str
    title: str
    cost: int
    state: State
    source: str
    month: str
    issued_at: int
    until_on: str
    moved_at: int | None = None
    place: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class IssueVoucher:
    """One piece leaves the stock of a month; the entry that pays for it stands before it in the same unit.

    ``stock`` is what the month begins with by the rules, 0 where there is no limit. Moved where nothing is left
    or where the points do not suffice.
    """

    code: str
    subject: int
    reward: str
    title: str
    cost: int
    source: str
    month: str
    until_on: str
    stock: int = 0


@dataclass(frozen=True, slots=True)
class MoveVoucher:
    """An issued voucher is used, returned or expires; Moved where somebody was quicker.

    ``back`` is the month whose stock the piece goes back to, empty where it does not; ``stock`` is what that month
    begins with by the rules.
    """

    voucher: Voucher
    to: State
    person: int = 0
    back: str = ""
    stock: int = 0


@dataclass(frozen=True, slots=True)
class BookVoucher:
    """An issued voucher gets its time; Moved where one of the ``cells`` of the place is taken.

    Cells are the beginnings of quarters of an hour in epoch ms; none where many may come at once.
    """

    code: str
    place: str
    start: str
    end: str
    cells: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class VoucherAt(Query["Voucher | None"]):
    """The voucher of a code."""

    code: str


@dataclass(frozen=True, slots=True)
class VouchersOf(Query[tuple[Voucher, ...]]):
    """A subject's vouchers that were issued since a moment in epoch ms, oldest first."""

    subject: int
    since: int = 0


@dataclass(frozen=True, slots=True)
class VouchersUntil(Query[tuple[Voucher, ...]]):
    """Every issued voucher whose last day lies between two days (ISO), both included."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class PaymentAt(Query[Entry | None]):
    """The entry that paid for a voucher, by the source that both hold; None where it was taken back."""

    source: str
