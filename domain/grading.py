"""The grade each subject was told last, and going down to one that two people have to confirm (product.md 2.7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.ledger import Entry
from domain.matters.matter import Step
from domain.query import Query

SORT = "downgrade"
LETTER = "G"
ASKED, COOLING, LOWERED, RECOVERED, REJECTED = "asked", "cooling", "lowered", "recovered", "rejected"
VOTERS = 2


@dataclass(frozen=True, slots=True)
class GradeKept:
    """What a subject was told last: the grade, the score of that night, and whether a warning was given.

    ``refused`` is the grade that was not confirmed, so that nobody is asked again while the score stays there.
    Posting it replaces what was kept.
    """

    subject: int
    grade: str
    score: int
    warned: bool = False
    refused: str = ""


@dataclass(frozen=True, slots=True)
class GradeOf(Query["GradeKept | None"]):
    """What is kept of a subject's grade."""

    subject: int


@dataclass(frozen=True, slots=True)
class GradesKept(Query[Mapping[int, GradeKept]]):
    """The same for all subjects with numbers from ``first`` to ``last``."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class CreditOf(Query[Mapping[int, tuple[Entry, ...]]]):
    """The credit entries since a civil date of all subjects with numbers from ``first`` to ``last``."""

    since: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class LastSubject(Query[int]):
    """The highest number of a subject with an entry, 0 where there is none."""


def approvals(steps: Sequence[Step]) -> frozenset[int]:
    """Who said yes to a lower grade."""
    return frozenset(one.person for one in steps if one.act == "approve")
