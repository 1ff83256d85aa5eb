"""The positive list: what earns points, in which category, with what proof (catalogue.toml)."""

from dataclasses import dataclass
from typing import Literal

from domain.rules.kinds import CapPeriod, Evidence, SourceKind, SubjectKind

Verifier = Literal["grid_worker", "volunteer_center", "property", "partner", "committee", "system"]


@dataclass(frozen=True, slots=True)
class Category:
    """A heading of the positive list; ``front`` marks the fronts of civilised practice."""

    key: str
    title: str
    front: bool


@dataclass(frozen=True, slots=True)
class Item:
    """A deed that earns ``points`` per ``unit``, at most ``cap_points`` in each ``cap_period``."""

    code: str
    title: str
    category: str
    subjects: tuple[SubjectKind, ...]
    points: int
    unit: str
    cap_points: int
    cap_period: CapPeriod
    evidence: tuple[Evidence, ...]
    verifier: Verifier
    self_claim: bool
    redeemable: bool
    source: str
    source_kind: SourceKind
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything people may call it."""
        return (self.title, *self.aliases)


@dataclass(frozen=True, slots=True)
class AssistTopic:
    """Something people ask help for, and the skills that answer it; ``private`` ones never reach a group."""

    name: str
    skills: tuple[str, ...]
    private: bool


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All of catalogue.toml."""

    schema_version: Literal[1]
    unit_scale: str
    forbidden_words: tuple[str, ...]
    categories: tuple[Category, ...]
    items: tuple[Item, ...]
    assist_topics: tuple[AssistTopic, ...] = ()
