"""The two accounts, the grades, the months and boards, repair and retention (ratings.toml)."""

from dataclasses import dataclass
from datetime import time
from typing import Literal


@dataclass(frozen=True, slots=True)
class CreditAccount:
    """信用分: decides the grade and nothing else."""

    title: str
    base: int
    window: Literal["rolling_12_months"]
    floor: int
    ceiling: int


@dataclass(frozen=True, slots=True)
class SpendableAccount:
    """可用积分: pays for rewards and nothing else."""

    title: str
    base: int
    expire_months: int
    expire_order: Literal["fifo"]
    expire_remind_days: int
    negative_allowed: bool
    reversal_may_overdraw: bool
    deductions_touch_spendable: bool


@dataclass(frozen=True, slots=True)
class Accounts:
    """The two accounts of every subject."""

    credit: CreditAccount
    spendable: SpendableAccount


@dataclass(frozen=True, slots=True)
class Scope:
    """What the points are and are not."""

    disclaimer: str
    voluntary: bool
    adult_only_for_deductions: bool
    household_view: str


@dataclass(frozen=True, slots=True)
class Grade:
    """One grade, reached from ``min`` points upwards under its ``conditions``, which people read.

    What the ledger decides of them stands in keys: ``clear_of`` is the least severity of which no deduction of the
    last twelve months may stand unrepaired, ``active_months`` in how many of them something must have been earned.
    """

    key: str
    title: str
    min: int
    conditions: tuple[str, ...]
    publish_red_board: bool
    clear_of: Literal["", "minor", "general", "serious"] = ""
    active_months: int = 0

    @property
    def word(self) -> str:
        """The grade in one word, as it stands beside a score: without the account's name and remarks."""
        return self.title.partition("（")[0].removeprefix("信用")


@dataclass(frozen=True, slots=True)
class Perk:
    """What a grade brings."""

    grade: str
    title: str


@dataclass(frozen=True, slots=True)
class GradeRules:
    """How a grade is given, told and taken down."""

    new_subject_grade: str
    change_notice: Literal["private"]
    downgrade_confirm_grades: tuple[str, ...]
    downgrade_cool_off_days: int
    early_warning_gap: int
    show_grade_in_group: bool
    perks_never_essential: bool
    perks: tuple[Perk, ...] = ()


@dataclass(frozen=True, slots=True)
class Monthly:
    """When a month is settled and what its notice says."""

    settle_day: int
    settle_time: time
    draft_review_hours: int
    notice_publish_offset_days: int
    notice_publish_time: time
    group_count_min_shown: int
    notice_content: tuple[str, ...]
    notice_names: Literal["none"]


@dataclass(frozen=True, slots=True)
class QuarterlyBoard:
    """When the red and black board is drafted, told and published, and who may be named."""

    months: tuple[int, ...]
    publish_day: int
    publish_time: time
    draft_day: int
    notice_day: int
    display_days: int
    red_limit: int
    black_limit: int
    red_requires_consent: bool
    red_min_grade: str
    black_default: Literal["aggregate_by_grid"]
    black_min_count_to_show: int
    black_named_requires: Literal["separate_consent"]
    org_named_requires: Literal["notice_and_objection_window"]
    include_progress: bool
    principles: tuple[str, ...]
    two_person_rule: bool
    mask_min_households: int
    tip_count_min: int


@dataclass(frozen=True, slots=True)
class Repair:
    """How a deduction is put right and what comes back."""

    apply_command: str
    min_days_general: int
    min_days_serious: int
    restore_ratio_minor: float
    restore_ratio_general: float
    restore_ratio_serious: float
    decision_days: int
    unpublish_within_hours: int
    forget_after_repair_in_group: bool
    max_repairs_per_year_same_item: int
    fee: int


@dataclass(frozen=True, slots=True)
class Retention:
    """How long each kind of record is kept."""

    tip_open_days_max: int
    tip_content_days_after_close: int
    tip_days_hard_stop: int
    tip_relay_silence_days: int
    tip_case_row_months: int
    evidence_days_after_effect_end: int
    deduction_record_months_after_effect_end: int
    positive_record_months: int
    audit_log_months: int
    consent_record_months_after_withdrawal: int
    pia_report_months: int
    erase_request_days: int
    export_request_days: int


@dataclass(frozen=True, slots=True)
class Ratings:
    """All of ratings.toml; ``grades`` stand from the highest down."""

    schema_version: Literal[1]
    accounts: Accounts
    scope: Scope
    grades: tuple[Grade, ...]
    grade_rules: GradeRules
    monthly: Monthly
    quarterly_board: QuarterlyBoard
    repair: Repair
    retention: Retention
