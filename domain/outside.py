"""What a decision needs from outside the book: keys and randomness."""

from collections.abc import Callable
from dataclasses import dataclass, field

from domain.tips.pace import TipPace


@dataclass(frozen=True, slots=True)
class Entrance:
    """How people find the bot: the community's name, the bot's, and what a QR code leads to."""

    community: str = ""
    bot: str = "网格小信"
    link: str = ""
    page: str = ""
    """The address of the page without an account, where there is one."""


@dataclass(frozen=True, slots=True)
class Outside:
    """Keys and randomness, handed in so that tests may fix them."""

    phone_mark: Callable[[str], str]
    """The keyed hash under which the register keeps a phone or its last four digits."""
    below: Callable[[int], int]
    """A random whole number from 0 up to, not including, the given one."""
    tips: TipPace = field(default_factory=lambda: TipPace(b""))
    """How often people report and mistype receipts; it is given a random key that is kept in memory only."""
    entrance: Entrance = field(default_factory=Entrance)
