"""The seven rule files together under one version, and the pure look-ups everything else asks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from domain.rules.awards import AwardBook
from domain.rules.catalogue import AssistTopic, Catalogue, Item
from domain.rules.kinds import KINDS, SubjectKind
from domain.rules.naming import Found, Named, by_name, search
from domain.rules.negative import NegativeItem, NegativeList
from domain.rules.pledges import Pledge, PledgeBook
from domain.rules.ratings import Grade, Ratings
from domain.rules.rewards import Reward, RewardShop
from domain.rules.tips import TipBook


class _ForKinds(Named, Protocol):
    @property
    def subjects(self) -> tuple[SubjectKind, ...]: ...


T = TypeVar("T", bound=_ForKinds)
_HALF = 0.5


class _Shelf(Generic[T]):
    """One list, indexed once by code, and by kind and name."""

    __slots__ = ("by_code", "by_kind", "by_names")

    def __init__(self, things: Iterable[T]) -> None:
        everything = tuple(things)
        self.by_code: Mapping[str, T] = {thing.code: thing for thing in everything}
        self.by_kind: Mapping[SubjectKind, tuple[T, ...]] = {
            kind: tuple(thing for thing in everything if kind in thing.subjects) for kind in KINDS
        }
        self.by_names: Mapping[SubjectKind, Mapping[str, T]] = {
            kind: by_name(things) for kind, things in self.by_kind.items()
        }

    def code(self, code: str) -> T | None:
        return self.by_code.get(code.strip().upper())

    def find(self, kind: SubjectKind, words: str, least: float = 0.0) -> Found[T]:
        return search(self.by_names[kind], words, least)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules of one version; ``version`` is a short hash of their text."""

    version: str
    catalogue: Catalogue
    negative: NegativeList
    pledges: PledgeBook
    tips: TipBook
    awards: AwardBook
    rewards: RewardShop
    ratings: Ratings
    adopted: str = field(default="", compare=False)
    """Which meeting adopted them and when, as residents read it; empty where no meeting is on record."""
    _items: _Shelf[Item] = field(init=False, repr=False, compare=False)
    _negative: _Shelf[NegativeItem] = field(init=False, repr=False, compare=False)
    _pledges: _Shelf[Pledge] = field(init=False, repr=False, compare=False)
    _rewards: _Shelf[Reward] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_items", _Shelf(self.catalogue.items))
        object.__setattr__(self, "_negative", _Shelf(self.negative.items))
        object.__setattr__(self, "_pledges", _Shelf(self.pledges.pledges))
        object.__setattr__(self, "_rewards", _Shelf(self.rewards.rewards))

    def item(self, code: str) -> Item | None:
        """The positive item of this code."""
        return self._items.code(code)

    def positive_items(self, kind: SubjectKind) -> tuple[Item, ...]:
        """The positive list of one kind of subject."""
        return self._items.by_kind[kind]

    def find_items(self, kind: SubjectKind, words: str) -> Found[Item]:
        """The positive item people mean by these words, or the nearest three."""
        return self._items.find(kind, words)

    def negative_item(self, code: str) -> NegativeItem | None:
        """The negative item of this code."""
        return self._negative.code(code)

    def negative_items(self, kind: SubjectKind) -> tuple[NegativeItem, ...]:
        """The negative list of one kind of subject."""
        return self._negative.by_kind[kind]

    def find_negative(self, kind: SubjectKind, words: str) -> Found[NegativeItem]:
        """The negative item people mean by these words, or the nearest three."""
        return self._negative.find(kind, words)

    def pledge(self, kind: SubjectKind, name: str) -> Pledge | None:
        """The pledge that this kind of subject calls so."""
        return self._pledges.find(kind, name).exact

    def find_pledges(self, kind: SubjectKind, words: str) -> Found[Pledge]:
        """The pledge people mean by these words, or the nearest three."""
        return self._pledges.find(kind, words)

    def pledges_for(self, kind: SubjectKind) -> tuple[Pledge, ...]:
        """The pledges that this kind of subject may sign."""
        return self._pledges.by_kind[kind]

    def pledge_of_code(self, code: str) -> Pledge | None:
        """The pledge of this code."""
        return self._pledges.code(code)

    def reward(self, code: str) -> Reward | None:
        """The reward of this code."""
        return self._rewards.code(code)

    def rewards_for(self, kind: SubjectKind) -> tuple[Reward, ...]:
        """The rewards that this kind of subject may have."""
        return self._rewards.by_kind[kind]

    def find_rewards(self, kind: SubjectKind, words: str) -> Found[Reward]:
        """The reward people mean by these words, or the nearest three of which half a name was said."""
        # A shop does not offer a phone course (手机课) to who wants a plane (飞机).
        return self._rewards.find(kind, words, _HALF)

    def assist_topic(self, name: str) -> AssistTopic | None:
        """The help topic of exactly this name."""
        return next((topic for topic in self.catalogue.assist_topics if topic.name == name.strip()), None)

    def grade_for(self, score: int) -> Grade:
        """The highest grade whose threshold the score reaches; the lowest one below all thresholds."""
        grades = self.ratings.grades
        return next((grade for grade in grades if score >= grade.min), grades[-1])
