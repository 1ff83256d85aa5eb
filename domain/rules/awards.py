"""The yearly awards: who is eligible, how they are weighed, and the December calendar (awards.toml)."""

from dataclasses import dataclass
from typing import Literal

AwardSubject = Literal["resident", "merchant", "public_unit", "household"]


@dataclass(frozen=True, slots=True)
class AwardProcess:
    """The calendar of a year's awards; days are written MM-DD."""

    cycle: Literal["year"]
    nominate_open: str
    nominate_close: str
    screen_by: str
    review_meeting_by: str
    publicity_days: int
    announce_on: str
    certificate: bool
    reviewers: tuple[str, ...]
    recuse_rule: str
    consent_required_to_publish: bool
    tie_break: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing an award weighs; the full ``weight`` is reached at ``full_at``."""

    key: str
    title: str
    weight: int
    full_at: int


@dataclass(frozen=True, slots=True)
class Threshold:
    """One condition that the book itself can check: a fact of the year that lies within two figures."""

    fact: str
    """As domain/awards/facts.py names it."""
    words: str
    """The condition as people read it."""
    least: int = 0
    most: int = 1_000_000
    public: bool = False
    """True where whoever nominates may read that it is missing; grades and deductions are the nominee's alone."""


@dataclass(frozen=True, slots=True)
class Award:
    """One award with its quota, thresholds, weights and vetoes."""

    code: str
    title: str
    subject: AwardSubject
    quota_min: int
    quota_ratio: float
    quota_base: str
    eligibility: tuple[str, ...]
    veto: tuple[str, ...]
    indicators: tuple[Indicator, ...]
    goods: tuple[str, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    veto_items: tuple[str, ...] = ()
    """Items of the negative list that rule an award out for the year, repaired or not."""


@dataclass(frozen=True, slots=True)
class AwardBook:
    """All of awards.toml."""

    schema_version: Literal[1]
    process: AwardProcess
    awards: tuple[Award, ...]
