"""The reward shop, the vouchers' rules and the reward of a verified tip-off (rewards.toml)."""

from dataclasses import dataclass
from datetime import time
from typing import Literal

from domain.rules.kinds import SubjectKind

Fulfil = Literal["voucher", "booking", "pickup", "credit"]
RewardCategory = Literal["venue", "course", "product_service", "discount", "donation"]
PartnerKind = Literal["public_unit", "community", "volunteer", "partner", "talent", "property", "merchant"]


@dataclass(frozen=True, slots=True)
class RewardPolicy:
    """What holds for every exchange of points."""

    point_value_hint: str
    voucher_valid_days: int
    hold_minutes: int
    cancel_refund_hours: int
    no_show_refund_ratio: float
    per_subject_redemptions_per_month: int
    transfer_between_household: bool
    monthly_disclosure: bool
    low_stock_alert: int
    requires_no_grade: bool


@dataclass(frozen=True, slots=True)
class TipReward:
    """The reward of a verified tip-off, built so that nobody can tell from it who reported."""

    enabled: bool
    pool: bool
    item: str
    points: int
    claim_by: str
    claim_days: int
    first_valid_only: bool
    same_matter_days: int
    post_day: int | str
    post_time: time
    min_batch_accounts: int
    max_tip_share: float
    carry_months: tuple[int, ...]
    per_account_per_quarter: int
    cover_per_month: int
    cover_min_registered_months: int
    cover_requires_positive_record_this_month: bool
    bearer_voucher: bool
    bearer_voucher_points: int
    bearer_mix_event_codes_min: int


@dataclass(frozen=True, slots=True)
class Reward:
    """Something points are exchanged for; a limit of 0 means no limit."""

    code: str
    title: str
    category: RewardCategory
    subjects: tuple[SubjectKind, ...]
    cost: int
    stock_per_month: int
    per_subject_per_month: int
    fulfil: Fulfil
    partner_kind: PartnerKind
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything people may call it."""
        return (self.title, *self.aliases)


@dataclass(frozen=True, slots=True)
class RewardShop:
    """All of rewards.toml."""

    schema_version: Literal[1]
    policy: RewardPolicy
    tip_reward: TipReward
    rewards: tuple[Reward, ...]
