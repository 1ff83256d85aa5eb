"""The figures and switches that law and fairness fix, file by file: a table, and the one function that reads it."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from domain.mistake import Mistake
from domain.rules import wording


@dataclass(frozen=True, slots=True)
class Within:
    """A figure must lie between ``low`` and ``high``."""

    path: str
    low: float
    high: float | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A setting has only one lawful value."""

    path: str
    value: bool | int
    why: str = ""


_HIDES: Final = "人太少就能猜出是谁。"
_TIP_TEXT: Final = "举报内容结案后留 7 到 90 天，任何情况下不超过 180 天。"

BOUNDS: Final[dict[str, tuple[Within | Fixed, ...]]] = {
    "negative.toml": (
        Within("policy.max_deduction_per_month_resident", 1, 100),
        Within("policy.max_deduction_per_month_org", 1, 100),
        Within("policy.notice_days_before_publication", 7, 60, "上榜前至少要留 7 天给本人说明。"),
        Within("policy.objection_days", 7, 60, "申诉期不能短于 7 天。"),
        Within("policy.objection_reply_days", 1, 5, "申诉要在 5 天内答复。"),
        Within("policy.notice_delay_hours_min", 24, 72, "通知在 24 到 72 小时内随机发出。"),
        Within("policy.notice_delay_hours_max", 24, 72, "通知在 24 到 72 小时内随机发出。"),
        Within("policy.board_max_days", 1, 92, "上榜最多 92 天。"),
        Within("policy.repeat_multiplier_from_third", 1, 2, "第三次起最多加倍。"),
        Fixed("policy.first_offence_reminds", value=True, why="第一次只提醒。"),
        Fixed("policy.confirmers_must_be_different_from_reporter", value=True, why="谁登记，谁就不能自己确认。"),
        Fixed("policy.minors_never_published", value=True, why="未成年人不上榜。"),
        Fixed("policy.free_text_on_board", value=False, why="榜单只用固定格式，不写评语。"),
    ),
    "pledges.toml": (
        Fixed("policy.adult_only", value=True, why="承诺只由成年人签。"),
        Fixed("policy.withdraw_allowed", value=True, why="承诺随时可以撤回。"),
        Fixed("policy.withdraw_penalty_points", value=0, why="撤回承诺不扣分。"),
        Within("policy.renew_remind_days", 1, 60),
    ),
    "tips.toml": (
        Within("policy.max_per_week", 1, 7),
        Within("policy.no_repeat_within_days", 1, 366),
        Fixed("policy.opt_out", value=True, why="私聊小贴士随时可以退订。"),
    ),
    "awards.toml": (
        Within("process.publicity_days", 1, 31, "表彰名单要先公示。"),
        Fixed("process.consent_required_to_publish", value=True, why="没有本人同意不公开姓名。"),
    ),
    "rewards.toml": (
        Within("policy.voucher_valid_days", 1, 366),
        Within("policy.hold_minutes", 1, 1440),
        Within("policy.cancel_refund_hours", 0, 720),
        Within("policy.no_show_refund_ratio", 0, 1),
        Within("policy.per_subject_redemptions_per_month", 1),
        Within("policy.low_stock_alert", 0),
        Fixed("policy.requires_no_grade", value=True, why="兑换不看等级。"),
        Within("tip_reward.points", 1),
        Within("tip_reward.claim_days", 1, 180),
        Within("tip_reward.same_matter_days", 0, 366),
        Within("tip_reward.min_batch_accounts", 10, why="一批不足 10 个账户，就能从积分猜出谁是举报人。"),
        Within("tip_reward.max_tip_share", 0, 0.25, "举报奖励最多占一批的四分之一，不然能猜出谁是举报人。"),
        Within("tip_reward.per_account_per_quarter", 1, 1, "同一账户每季度最多一次。"),
        Within("tip_reward.cover_per_month", 0),
        Within("tip_reward.cover_min_registered_months", 0),
        Within("tip_reward.bearer_voucher_points", 1),
        Within("tip_reward.bearer_mix_event_codes_min", 10, why="一批不足 10 个券码，就能猜出谁是举报人。"),
    ),
    "ratings.toml": (
        Within("accounts.spendable.base", 0),
        Within("accounts.spendable.expire_months", 1),
        Within("accounts.spendable.expire_remind_days", 1, 366),
        Fixed("accounts.spendable.negative_allowed", value=False, why="兑换和扣分都不会使可用积分小于 0。"),
        Fixed("accounts.spendable.deductions_touch_spendable", value=False, why="扣分只影响信用分。"),
        Fixed("scope.voluntary", value=True, why="参加是自愿的。"),
        Fixed("scope.adult_only_for_deductions", value=True, why="未成年人不扣分。"),
        Within("grade_rules.downgrade_cool_off_days", 7, 60, "降级要留至少 7 天。"),
        Within("grade_rules.early_warning_gap", 0, 100),
        Fixed("grade_rules.show_grade_in_group", value=False, why="等级不在群里说。"),
        Fixed("grade_rules.perks_never_essential", value=True, why="等级不能影响基本的权利和服务。"),
        Within("monthly.draft_review_hours", 1, 168),
        Within("monthly.notice_publish_offset_days", 1, 20),
        Within("monthly.group_count_min_shown", 3, why=_HIDES),
        Within("quarterly_board.display_days", 1, 92, "上榜最多 92 天。"),
        Within("quarterly_board.red_limit", 1),
        Within("quarterly_board.black_limit", 0),
        Fixed("quarterly_board.red_requires_consent", value=True, why="没有本人同意不公开姓名。"),
        Within("quarterly_board.black_min_count_to_show", 3, why=_HIDES),
        Fixed("quarterly_board.two_person_rule", value=True, why="榜单要两个人同意。"),
        Within("quarterly_board.mask_min_households", 10, why=_HIDES),
        Within("quarterly_board.tip_count_min", 5, why=_HIDES),
        Within("repair.min_days_general", 0, 366),
        Within("repair.min_days_serious", 0, 366),
        Within("repair.restore_ratio_minor", 0, 1),
        Within("repair.restore_ratio_general", 0, 1),
        Within("repair.restore_ratio_serious", 0, 1),
        Within("repair.decision_days", 1, 5, "修复申请要在 5 天内答复。"),
        Within("repair.unpublish_within_hours", 1, 24, "修复后 24 小时内撤榜。"),
        Within("repair.max_repairs_per_year_same_item", 1, 2, "同一事项每年最多修复 2 次。"),
        Fixed("repair.fee", value=0, why="修复不收钱。"),
        Within("retention.tip_open_days_max", 1, 180),
        Within("retention.tip_content_days_after_close", 7, 90, _TIP_TEXT),
        Within("retention.tip_days_hard_stop", 7, 180, _TIP_TEXT),
        Within("retention.tip_relay_silence_days", 1, 14, "回信地址 14 天无往来即删。"),
        Within("retention.tip_case_row_months", 1, 12),
        Within("retention.evidence_days_after_effect_end", 0, 366),
        Within("retention.deduction_record_months_after_effect_end", 0, 60),
        Within("retention.positive_record_months", 12, 120),
        Within("retention.audit_log_months", 6, 120, "操作记录至少留 6 个月。"),
        Within("retention.consent_record_months_after_withdrawal", 1, 120),
        Within("retention.pia_report_months", 36, 120, "影响评估要留 3 年。"),
        Within("retention.erase_request_days", 1, 15, "注销要在 15 天内办完。"),
        Within("retention.export_request_days", 1, 15),
    ),
}


def check_bounds(file: str, book: object) -> Iterator[Mistake]:
    """Every figure and switch of this file that lies outside what is allowed."""
    for bound in BOUNDS.get(file, ()):
        yield from check_figure(file, bound, attrgetter(bound.path)(book))


def check_figure(file: str, bound: Within | Fixed, value: float) -> Iterator[Mistake]:
    """One figure against its bound."""
    sentence = _complaint(bound, value)
    if sentence is not None:
        yield Mistake(file, bound.path, sentence)


def _complaint(bound: Within | Fixed, value: float) -> str | None:
    if isinstance(bound, Fixed):
        if value == bound.value:
            return None
        return wording.MUST_BE.format(wanted=_shown(bound.value), value=_shown(value), why=bound.why)
    if value < bound.low:
        return wording.TOO_LOW.format(bound=bound.low, value=value, why=bound.why)
    if bound.high is not None and value > bound.high:
        return wording.TOO_HIGH.format(bound=bound.high, value=value, why=bound.why)
    return None


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
