"""What a group reads each week about matters that were handled: acts, results and counts, never anybody."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from domain.findings import states
from domain.findings.photos import PlacePhotos
from domain.matters.matter import Matter
from domain.query import Query
from domain.register.address import read_address
from domain.rules.negative import Publish
from domain.rules.rulebook import Rulebook

LEAST, HOUSEHOLDS, PAIRS = 3, 10, 3
RESTED_MS = int(timedelta(days=7).total_seconds() * 1000)
"""How long a matter is closed before a group reads of it."""
_MENDED = frozenset({states.CORRECTED, states.REPAIRED})
_TOLD = _MENDED | {states.EFFECTIVE}


@dataclass(frozen=True, slots=True)
class Handled:
    """A matter that was handled, without anybody in it; an empty building is not to be named."""

    grid: str
    act: str
    publish: Publish
    closed_at: int
    mended: bool
    building: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of act in a grid, or in one of its buildings."""

    act: str
    count: int
    mended: int
    building: str = ""


@dataclass(frozen=True, slots=True)
class HouseholdsAt(Query[int]):
    """How many households of a grid the register knows in a building, written as their addresses begin (3栋)."""

    grid: str
    building: str


def building_at(address: str) -> str:
    """How the addresses of a whole building begin, or an empty text where an address names none."""
    found = read_address(address)
    return f"{found.estate}{found.building}栋" if found.building else ""


def handled(finding: Matter, rules: Rulebook, address: str) -> Handled | None:
    """A finding as the weekly word may use it; None where it is not handled or never published."""
    item = rules.negative_item(str(finding.facts.get("item", "")))
    if item is None or item.publish == "never" or finding.closed_at is None or finding.state not in _TOLD:
        return None
    building = building_at(address) if item.publish == "masked" else ""
    mended = finding.state in _MENDED
    return Handled(finding.grid, item.title, item.publish, finding.closed_at, mended, building, finding.code)


def lines(found: Iterable[Handled], grid: str, households: Mapping[str, int], now: int) -> tuple[Line, ...]:
    """What a grid's group may read: from three up, a building only where ten households or more match."""
    rested = [one for one in found if one.grid == grid and one.publish != "never" and one.closed_at + RESTED_MS <= now]
    wide = {name for name, count in households.items() if count >= HOUSEHOLDS}
    placed = Counter(_place(one) for one in rested if one.publish == "masked" and one.building in wide)
    named = {place for place, count in placed.items() if count >= LEAST}
    grouped: dict[tuple[str, str], list[Handled]] = {}
    for one in rested:
        place = _place(one) if _place(one) in named and one.publish == "masked" else (one.act, "")
        grouped.setdefault(place, []).append(one)
    shown = [_line(place, group) for place, group in grouped.items() if len(group) >= LEAST]
    return tuple(sorted(shown, key=lambda one: (-one.count, one.act, one.building)))


def pairs(
    found: Iterable[Handled], grid: str, shown: Sequence[Line], photos: Mapping[str, PlacePhotos]
) -> tuple[tuple[str, PlacePhotos], ...]:
    """Places of a grid before and after, each with its act; only of acts that the group reads of anyway."""
    acts = {one.act for one in shown}
    fit = [one for one in found if one.grid == grid and one.mended and one.act in acts and one.code in photos]
    return tuple((one.act, photos[one.code]) for one in fit[:PAIRS])


def _place(one: Handled) -> tuple[str, str]:
    return one.act, one.building


def _line(place: tuple[str, str], group: Sequence[Handled]) -> Line:
    return Line(place[0], len(group), sum(one.mended for one in group), place[1])
