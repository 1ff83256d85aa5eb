"""The default rules load clean and answer look-ups."""

import dataclasses
from datetime import time
from pathlib import Path

import pytest

from bot.rules.loader import check_rules, default_rules, load_rules
from domain.rules.checks import check
from tests.rules.planting import default_text, plant

RULES = default_rules()


def test_defaults_are_clean_and_complete() -> None:
    assert check_rules(None) == []
    assert check(RULES) == []
    assert len(RULES.catalogue.categories) == 8
    assert len(RULES.catalogue.items) == 61
    assert len(RULES.negative.items) == 41
    assert len(RULES.pledges.pledges) == 14
    assert len(RULES.tips.tips) == 30
    assert len(RULES.awards.awards) == 5
    assert len(RULES.rewards.rewards) == 24
    assert [grade.key for grade in RULES.ratings.grades] == ["AAA", "AA", "A", "B", "C", "D"]
    assert RULES.tips.policy.quiet_hours == (time(21, 30), time(7, 30))


def test_rules_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        RULES.version = "other"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("words", "code"),
    [("志愿服务", "R07"), ("参加志愿服务（通用）", "R07"), ("r07", "R07"), (" 清扫 楼道。", "R28")],
)
def test_an_item_is_found_by_code_title_and_alias(words: str, code: str) -> None:
    found = RULES.find_items("resident", words).exact
    assert found is not None
    assert found.code == code


def test_an_unlisted_item_brings_the_nearest_three() -> None:
    found = RULES.find_items("resident", "打扫楼道")
    assert found.exact is None
    assert found.near[0].code == "R28"
    assert len(found.near) == 3
    assert RULES.find_items("resident", "xyz").near == ()


def test_names_belong_to_a_kind() -> None:
    assert RULES.find_negative("merchant", "占道经营").exact == RULES.negative_item("MN05")
    assert RULES.find_negative("resident", "占道经营").exact is None
    codes = []
    for kind in ("resident", "merchant", "public_unit"):
        pledge = RULES.pledge(kind, "消防安全")
        assert pledge is not None
        codes.append(pledge.code)
    assert codes == ["C03", "C07", "C13"]
    assert RULES.pledge("resident", "没有的承诺") is None


@pytest.mark.parametrize(
    ("score", "key"), [(200, "AAA"), (150, "AAA"), (149, "AA"), (95, "A"), (94, "B"), (60, "C"), (59, "D"), (-3, "D")]
)
def test_a_grade_starts_at_its_threshold(score: int, key: str) -> None:
    assert RULES.grade_for(score).key == key


def test_a_directory_overrides_file_by_file(tmp_path: Path) -> None:
    plant(tmp_path, "rewards.toml", ("voucher_valid_days = 30", "voucher_valid_days = 20"))
    rules = load_rules(tmp_path)
    assert rules.rewards.policy.voucher_valid_days == 20
    assert rules.catalogue == RULES.catalogue
    assert rules.version != RULES.version


def test_line_ends_and_a_byte_order_mark_are_put_up_with(tmp_path: Path) -> None:
    text = default_text("tips.toml").replace("\n", "\r\n")
    (tmp_path / "tips.toml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert load_rules(tmp_path).tips == RULES.tips
