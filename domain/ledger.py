"""Entries of the ledger: every one moves whole points between a subject's account and the community's.

Because one entry holds both ends, all accounts together always sum to zero (reliability.md, L3).
"""

import hashlib
import hmac
import json
import json.encoder
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from domain.code import NewCode

Account = Literal["credit", "spendable"]
Contra = Literal["issue", "deduct", "redeem", "expire", "void", "household", "pool"]
SPENT: frozenset[Contra] = frozenset({"redeem", "expire", "household", "pool"})
"""What an entry's number alone takes back never: the other end of it stands elsewhere."""

GENESIS = "0" * 64
LARGEST_AMOUNT = 1000
"""The cap of one entry in points (L6); no item of any catalogue comes near it."""


@dataclass(frozen=True, slots=True)
class RuleMark:
    """Which rule an entry was made by: item code, rule version, and the item as it read then (JSON text)."""

    item: str
    version: str
    snapshot: str


@dataclass(frozen=True, slots=True)
class Hand:
    """Who made an entry: the person's number, the role acted in and the grid; all empty for the system."""

    person: int = 0
    role: str = "system"
    grid: str = ""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """One movement of points that a decision asks the book to post.

    ``amount`` is in whole points, positive when the subject gains. ``source`` names the event that
    caused it; the book takes one entry per (source, rule, subject, account) and refuses other content
    under the same key.
    """

    code: NewCode | int
    subject: int
    account: Account
    contra: Contra
    amount: int
    source: str
    rule: RuleMark
    hand: Hand
    occurred_on: str
    note: str = ""
    evidence: str = ""
    reverses: int | None = None

    def __post_init__(self) -> None:
        if self.amount == 0 or abs(self.amount) > LARGEST_AMOUNT:
            raise ValueError(f"an entry moves 1 to {LARGEST_AMOUNT} points, not {self.amount}")


class Entry(NamedTuple):
    """An entry as it stands in the book, in the order in which the chain covers it.

    ``posted_at`` is epoch milliseconds and only a label (L14).
    """

    seq: int
    code: int
    subject: int
    account: Account
    contra: Contra
    amount: int
    source: str
    item: str
    version: str
    snapshot: str
    person: int
    role: str
    grid: str
    occurred_on: str
    posted_at: int
    reverses: int | None
    evidence: str
    note_digest: str


def _encoding() -> Callable[[Sequence[object]], str]:
    """JSON of an entry's values; what JSONEncoder builds anew for every entry is built once where C is there."""
    plain = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
    make: Any = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return plain.encode
    sort_keys = skip_keys = allow_nan = False
    words = json.encoder.encode_basestring
    chunks = make(None, plain.default, words, None, ":", ",", sort_keys, skip_keys, allow_nan)
    return lambda values: "".join(chunks(values, 0))


_canonical = _encoding()


def chained(previous: str, values: Sequence[object]) -> str:
    """The hash that ties an entry, or its values in order, to all before it (L10)."""
    return hashlib.sha256(f"{previous}\n{_canonical(values)}".encode()).hexdigest()


@lru_cache(maxsize=512)
def snapshot_digest(snapshot: str) -> str:
    """A short hash by which the chain also covers the item's wording kept beside the entries."""
    return hashlib.sha256(snapshot.encode()).hexdigest()[:16] if snapshot else ""


def note_digest(key: bytes, note: str) -> str:
    """A keyed hash of a note, so that the note may be erased and the chain still holds."""
    return hmac.digest(key, note.encode(), "sha256").hex() if note else ""
