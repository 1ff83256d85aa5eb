"""Receipts: sixteen digits in fours, shown once; and how long a wrong one makes people wait."""

from collections.abc import Callable

_DIGITS = 16
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


def wait_seconds(misses: int) -> int:
    """How long the next try has to wait after so many misses: nothing up to five, then doubling up to 42 s."""
    if misses < _FREE_MISSES:
        return 0
    return min(LONGEST_WAIT, 1 << min(misses - _FREE_MISSES, 6))
