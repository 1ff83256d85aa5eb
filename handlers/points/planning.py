"""Reads a plan such as 再签一份承诺 参加两次巡逻: which items of the lists, and how often."""

import re
from dataclasses import dataclass

from domain.numerals import NUMBER, fold, whole
from domain.refusal import Refusal
from domain.rules.catalogue import Item
from domain.rules.kinds import SubjectKind
from domain.rules.naming import folded
from domain.rules.rulebook import Rulebook
from handlers.points import rating_wording as wording

_BREAKS = re.compile(r"[\s,，、;；。+]+")
_LEAD = re.compile(r"^(?:我|再|又|还|去|做|和|多)*(?P<verb>参加|签署|签)?了?")
_COUNT = re.compile(f"(?P<count>{NUMBER})(?:个小时|小时|次|份|个|件|项|回|遍|场)")
_MOST = 1000


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a plan: an item and how often."""

    item: Item
    times: int

    @property
    def points(self) -> int:
        """What it brings within one period of the item's cap."""
        return min(self.item.points * self.times, self.item.cap_points)


def read_plan(plan: str, kind: SubjectKind, rules: Rulebook) -> tuple[Part, ...]:
    """The parts of a plan, each item once; refuses and names a part that no list knows."""
    times: dict[str, Part] = {}
    for said in filter(None, _BREAKS.split(fold(plan))):
        part = _part(said, kind, rules)
        before = times.get(part.item.code)
        times[part.item.code] = Part(part.item, part.times + (before.times if before else 0))
    return tuple(times.values())


def _part(said: str, kind: SubjectKind, rules: Rulebook) -> Part:
    counted = _COUNT.search(said)
    times = whole(counted["count"]) if counted else 1
    words = said[: counted.start()] + said[counted.end() :] if counted else said
    lead = _LEAD.match(words)
    name = words[lead.end() :] if lead else words
    signing = bool(lead and lead["verb"] in {"签", "签署"})
    item = _promised(name, kind, rules) if signing else _item(name, kind, rules)
    if item is None or not times or times > _MOST:
        near = [one.title for one in rules.find_items(kind, name).near]
        raise Refusal(wording.unknown(said, near))
    return Part(item, times)


def _promised(name: str, kind: SubjectKind, rules: Rulebook) -> Item | None:
    pledges = rules.pledges_for(kind)
    pledge = rules.pledge(kind, name) or rules.pledge(kind, name.removesuffix("承诺"))
    if pledge is None and name in {"", "承诺", "承诺书"} and pledges:
        pledge = pledges[0]
    return rules.item(pledge.award_item) if pledge else None


def _item(name: str, kind: SubjectKind, rules: Rulebook) -> Item | None:
    """The item of this name, or the only one whose names hold the word."""
    exact = rules.find_items(kind, name).exact
    word = folded(name)
    if exact or len(word) < 2:
        return exact
    holding = [one for one in rules.positive_items(kind) if any(word in folded(title) for title in one.names)]
    return holding[0] if len(holding) == 1 else None
