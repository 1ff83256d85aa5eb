"""The negative list: acts that cost points, how they are noticed, published and put right (negative.toml)."""

from dataclasses import dataclass
from typing import Literal

from domain.rules.kinds import CapPeriod, Evidence, SourceKind, SubjectKind

Severity = Literal["minor", "general", "serious"]
Publish = Literal["never", "aggregate", "masked", "org_name"]


@dataclass(frozen=True, slots=True)
class Exemption:
    """An item that may hold a forbidden word, with the reason the assembly gave."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class NegativePolicy:
    """The windows and caps of every deduction, and what may never become one."""

    max_deduction_per_month_resident: int
    max_deduction_per_month_org: int
    notice_days_before_publication: int
    objection_days: int
    objection_reply_days: int
    notice_delay_hours_min: int
    notice_delay_hours_max: int
    board_max_days: int
    repeat_multiplier_from_third: float
    first_offence_reminds: bool
    confirmers_must_be_different_from_reporter: bool
    minors_never_published: bool
    free_text_on_board: bool
    forbidden_topics: tuple[str, ...]
    forbidden_words: tuple[str, ...]
    forbidden_uses: tuple[str, ...]
    forbidden_words_allow: tuple[Exemption, ...] = ()

    def max_deduction_per_month(self, kind: SubjectKind) -> int:
        """The most points a subject of this kind may lose in one month."""
        if kind == "resident":
            return self.max_deduction_per_month_resident
        return self.max_deduction_per_month_org


@dataclass(frozen=True, slots=True)
class Domain:
    """A heading of the negative list."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class NegativeItem:
    """An act that costs points; ``points`` is below 0 although people type it positive."""

    code: str
    title: str
    domain: str
    subjects: tuple[SubjectKind, ...]
    points: int
    severity: Severity
    publish: Publish
    grace_hours: int
    confirmers: int
    cap_points: int
    cap_period: CapPeriod
    effect_months: int
    repair_days: int
    repair_by: str
    evidence: tuple[Evidence, ...]
    source: str
    source_kind: SourceKind
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything people may call it."""
        return (self.title, *self.aliases)


@dataclass(frozen=True, slots=True)
class NegativeList:
    """All of negative.toml."""

    schema_version: Literal[1]
    policy: NegativePolicy
    domains: tuple[Domain, ...]
    items: tuple[NegativeItem, ...]
