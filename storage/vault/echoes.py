"""By what a tip's own words are known again: coarse hashes of its runs, each tip under a key of its own."""

import hashlib
import hmac
from collections.abc import Iterable

from domain.tips.echoes import runs
from domain.tips.padding import pad
from storage.spelling import simplified
from storage.vault.sealing import random_bytes

_KEY = 16
_MARK = 3
"""Coarse on purpose: whoever gets hold of the marks and tries words out meets wrong hits at every step."""
_SIGN_BYTES = 3


def _marks(text: str, key: bytes) -> frozenset[bytes]:
    return frozenset(hmac.digest(key, run.encode(), hashlib.sha256)[:_MARK] for run in runs(simplified(text)))


def remembered(text: str) -> bytes:
    """What is kept of a text, to be sealed: filled up with noise to a length that its sealed body shows anyway."""
    key = random_bytes(_KEY)
    marks = {*_marks(text, key)}
    while len(marks) < len(pad(text)) // _SIGN_BYTES:
        marks.add(random_bytes(_MARK))
    return key + b"".join(sorted(marks))


def repeats(text: str, kept: Iterable[bytes]) -> bool:
    """True where a text holds twelve signs in a row of one of the texts that these were kept of."""
    return any(not _marks(text, one[:_KEY]).isdisjoint(_split(one[_KEY:])) for one in kept)


def _split(marks: bytes) -> frozenset[bytes]:
    return frozenset(marks[start : start + _MARK] for start in range(0, len(marks), _MARK))
