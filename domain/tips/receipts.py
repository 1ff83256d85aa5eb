"""Receipts: sixteen digits in fours, shown once; and how long a wrong one makes people wait."""

import re
from collections.abc import Callable

from domain.numerals import fold

_DIGITS = 16
_JOINTS = r"[\s—–-]"
_SAID = re.compile(rf"(?<![0-9])[0-9](?:{_JOINTS}*[0-9]){{{_DIGITS - 1}}}(?![0-9])")
_BARE = re.compile(
    rf"(?:我的|这个|回执|单号|编号|号码|号|是|给|[\s:：,，。.!！—–-])*(?:[0-9]{_JOINTS}*){{8,}}\W*(?:谢谢)?\W*"
)
_FREE_MISSES = 5
LONGEST_WAIT = 42
"""Seconds."""


def new_receipt(below: Callable[[int], int]) -> str:
    """Sixteen random digits."""
    return f"{below(10**_DIGITS):0{_DIGITS}}"


def shown(receipt: str) -> str:
    """The receipt as people copy it down."""
    return " ".join(receipt[start : start + 4] for start in range(0, len(receipt), 4))


def plain(said: str) -> str:
    """The digits of a receipt as typed; empty where it cannot be one."""
    digits = "".join(sign for sign in said if sign.isascii() and sign.isdigit())
    return digits if len(digits) == _DIGITS else ""


def parted(said: str) -> tuple[str, str]:
    """The receipt in an answer to the question for it, and what was said besides; empty where there is none."""
    found = _SAID.search(fold(said))
    return (plain(fold(found[0])), said[found.end() :].strip(" ，。：！、,:!\n")) if found else ("", "")


def is_bare(said: str) -> bool:
    """True for a message that is nothing but the digits of a receipt, also one with some digits missing."""
    return _BARE.fullmatch(fold(said)) is not None


def wait_seconds(misses: int) -> int:
    """How long the next try has to wait after so many misses: nothing up to five, then doubling up to 42 s."""
    if misses < _FREE_MISSES:
        return 0
    return min(LONGEST_WAIT, 1 << min(misses - _FREE_MISSES, 6))
