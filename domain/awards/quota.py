"""How many of an award may be given: the least number, or a share of those it is open to, whichever is more."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.awards.nomination import ASKED, AWARDED, CHOSEN, DECLINED, HOUSEHOLD, PUBLIC, UNANSWERED, Nomination
from domain.query import Query
from domain.rules.awards import Award
from domain.services.service import WITHDRAWN

_LISTED: Final = frozenset({CHOSEN, PUBLIC, AWARDED})
_NEVER_WILLING: Final = frozenset({ASKED, DECLINED, UNANSWERED, WITHDRAWN})
_PARTS: Final = 10_000


@dataclass(frozen=True, slots=True)
class OpenTo(Query[int]):
    """How many an award of this kind is open to: registered volunteers, shops or units."""

    kind: str


def quota(award: Award, base: int) -> int:
    """The number that may be given; parts of one do not count."""
    return max(award.quota_min, base * round(award.quota_ratio * _PARTS) // _PARTS)


def willing(nominations: Sequence[Nomination], award: Award) -> int:
    """How many agreed to take part, whatever became of it; the base of an award for households."""
    return sum(1 for one in nominations if one.award == award.code and one.matter.state not in _NEVER_WILLING)


def listed(nominations: Sequence[Nomination], award: Award) -> int:
    """How many stand on the list, or were awarded."""
    return sum(1 for one in nominations if one.award == award.code and one.matter.state in _LISTED)


def is_for_households(award: Award) -> bool:
    """True where the base is whoever agreed, and not what the register holds."""
    return award.subject == HOUSEHOLD
