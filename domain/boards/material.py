"""What a board is drawn from: the ledger up to one entry, and what the register and the consents say."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.boards.quarter import Quarter
from domain.consents import Level
from domain.findings.photos import PlacePhotos
from domain.members import Subject
from domain.query import Query
from domain.rules.rulebook import Rulebook

HEAD = 2**62
"""Stands for the last entry of the ledger."""


@dataclass(frozen=True, slots=True)
class Deduction:
    """A deduction that stands in the ledger: not reversed, ``repaired`` where points were given back."""

    code: str
    subject: Subject
    item: str
    grid: str
    occurred_on: str
    repaired: bool = False
    operator: str = ""
    """Who runs the shop or unit; a sign that holds this name is masked."""
    present: bool = True
    """False where the subject is no longer in the register."""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a board is a function of."""

    quarter: Quarter
    seq: int
    """The last entry that was read."""
    root: str
    """The chain's hash at that entry."""
    deductions: tuple[Deduction, ...]
    """Those of the quarter and of the four before it."""
    scores: tuple[tuple[Subject, int], ...]
    """Adults, shops and units with the credit points of twelve months, from the red board's least upwards."""
    consents: Mapping[int, Level] = field(default_factory=dict)
    households: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """How many households each building of a grid has, by kind of address: grid and building."""
    grids: Mapping[str, str] = field(default_factory=dict)
    contested: frozenset[str] = frozenset()
    """Codes with an appeal that is open."""
    photos: Mapping[str, PlacePhotos] = field(default_factory=dict)
    """Places before and after that may be shown, by code."""
    assessed: bool = False
    """True once an impact assessment was filed; without it nobody is named."""


@dataclass(frozen=True, slots=True)
class BoardMaterial(Query[Material]):
    """What a quarter's board is drawn from, up to an entry of the ledger."""

    quarter: Quarter
    least: int
    """The credit points, without the base, from which the red board begins."""
    upto: int = HEAD


def material_of(quarter: Quarter, rules: Rulebook, upto: int = HEAD) -> BoardMaterial:
    """The question for a quarter's material under these rules."""
    grade = rules.ratings.quarterly_board.red_min_grade
    least = next(one.min for one in rules.ratings.grades if one.key == grade)
    return BoardMaterial(quarter, least - rules.ratings.accounts.credit.base, upto)


def publishable(one: Deduction, rules: Rulebook) -> bool:
    """True where the rules put it on the board in some form; never for minors."""
    item = rules.negative_item(one.item)
    return item is not None and item.publish != "never" and not one.subject.minor
