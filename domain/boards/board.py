"""A drawn board, and its form as JSON beside the matter that carries it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from domain.boards.quarter import Quarter


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the black board that stands for a building and an act, or for a shop; repaired ones never do."""

    text: str
    count: int
    codes: tuple[str, ...]
    subjects: tuple[int, ...]
    concerns: tuple[str, ...]
    masked_id: str
    """Whom it is about, as those who vote see it."""
    matching: int
    """How many households fit the line; 0 for shops and units, which are named by their sign."""


@dataclass(frozen=True, slots=True)
class Count:
    """One count of the black board; ``grid`` is empty for the whole community."""

    grid: str
    text: str
    count: int
    repaired: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A repaired place before and after, under the name of the count it is part of; the code is never shown."""

    code: str
    grid: str
    text: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Red:
    """The red board: who agreed to be named, in the form they agreed to, and how many more there are."""

    names: tuple[str, ...] = ()
    subjects: tuple[int, ...] = ()
    concerns: tuple[str, ...] = ()
    others: int = 0
    reached: tuple[int, ...] = ()
    """Everybody who reaches it; who of them agrees later may still be named."""
    ask: tuple[tuple[int, str], ...] = ()
    """Who qualifies and never said how to be named, with the masked form."""

    @property
    def total(self) -> int:
        """How many reach it."""
        return len(self.names) + self.others


@dataclass(frozen=True, slots=True)
class Board:
    """A board as drawn."""

    quarter: Quarter
    seq: int
    root: str
    version: str
    named: bool
    """False for the counts-only edition."""
    red: Red
    lines: tuple[Line, ...]
    entries: tuple[str, ...]
    """The numbers of all that is on the board, in whatever form; never shown."""
    counts: tuple[Count, ...]
    repaired: int
    apart: int
    """Deductions that the rules keep off every board."""
    history: tuple[int, ...]
    """The publishable totals of the four quarters before, the latest first."""
    mended: tuple[int, ...] = ()
    """How many of each of these are repaired by now."""
    better: tuple[str, ...] = ()
    worse: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()

    @property
    def total(self) -> int:
        """Everything on the board, repaired or not."""
        return sum(one.count for one in self.lines) + sum(one.count for one in self.counts)

    @property
    def codes(self) -> frozenset[str]:
        """The numbers that stand in single lines."""
        return frozenset(code for line in self.lines for code in line.codes)

    @property
    def pictured(self) -> frozenset[str]:
        """The numbers whose places are shown before and after."""
        return frozenset(one.code for one in self.pairs)

    @property
    def concerns(self) -> frozenset[str]:
        """Households and units that must not vote on it."""
        return frozenset((*self.red.concerns, *(concern for line in self.lines for concern in line.concerns)))

    def as_facts(self) -> dict[str, Any]:
        """The board as JSON holds it."""
        return asdict(self)


def board_from(facts: Mapping[str, Any]) -> Board:
    """The board of its JSON form."""
    plain: dict[str, Any] = {name: facts[name] for name in ("seq", "root", "version", "named", "repaired", "apart")}
    red = facts["red"]
    return Board(
        quarter=Quarter(**facts["quarter"]),
        red=Red(
            names=tuple(red["names"]),
            subjects=tuple(red["subjects"]),
            concerns=tuple(red["concerns"]),
            others=red["others"],
            reached=tuple(red["reached"]),
            ask=tuple((one[0], one[1]) for one in red["ask"]),
        ),
        lines=tuple(Line(**{name: _frozen(value) for name, value in one.items()}) for one in facts["lines"]),
        counts=tuple(Count(**one) for one in facts["counts"]),
        entries=tuple(facts["entries"]),
        history=tuple(facts["history"]),
        mended=tuple(facts.get("mended", ())),
        better=tuple(facts["better"]),
        worse=tuple(facts["worse"]),
        pairs=tuple(Pair(**one) for one in facts.get("pairs", ())),
        **plain,
    )


def _frozen(value: Any) -> Any:  # noqa: ANN401 - a value of JSON
    return tuple(value) if isinstance(value, list) else value
