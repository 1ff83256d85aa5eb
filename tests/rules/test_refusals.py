"""Every kind of rule that may not stand is refused, with its file, path and a sentence."""

from pathlib import Path

import pytest

from bot.rules.loader import BrokenRules, check_rules, load_rules
from tests.rules.planting import mistakes_in, plant

C, N, P, T = "catalogue.toml", "negative.toml", "pledges.toml", "tips.toml"
A, W, G = "awards.toml", "rewards.toml", "ratings.toml"

REFUSALS = [
    (C, 'code = "R02"', 'code = "R01"', "items[1].code", "R01"),
    (C, 'code = "R02"', 'code = "S02"', "items[1].code", "S"),
    (C, 'code = "R02"', 'code = "12"', "items[1].code", "R35"),
    (C, '["领学", "主题发言"]', '["参加学习"]', "items[1].aliases[0]", "R01"),
    (C, '["领学", "主题发言"]', '["领学", "领学"]', "items[1].aliases[1]", "两遍"),
    (C, 'title = "在学习会上作主题发言或领学"', 'title = ""', "items[1].title", "空"),
    (C, '["领学", "主题发言"]', '["无偿献 血"]', "items[1].aliases[0]", "献血"),
    (C, 'forbidden_words = ["献血", ', 'forbidden_words = ["跳广场舞", ', "", ""),
    (C, '["领学", "主题发言"]', '["测血压"]', "items[1].aliases[0]", "健康"),
    (C, 'category = "learn_theory"', 'category = "theory"', "items[0].category", "learn_theory"),
    (C, "points = 1\n", "points = 0\n", "items[0].points", "大于 0"),
    (C, "cap_points = 2\n", "cap_points = 0\n", "items[0].cap_points", "上限"),
    (C, 'subjects = ["resident"]', "subjects = []", "items[0].subjects", "至少"),
    (C, "points = 1\n", "points = 1.5\n", "items[0].points", "整数"),
    (C, "points = 1\n", "points = true\n", "items[0].points", "整数"),
    (C, 'unit = "次"', 'unit = "次"\nbonus = 1', "items[0].bonus", "没有"),
    (C, 'cap_period = "month"', 'cap_period = "week"', "items[0].cap_period", "month"),
    (C, 'aliases = ["领学", "主题发言"]', 'aliases = "领学"', "items[1].aliases", "列表"),
    (C, "schema_version = 1", "schema_version = 2", "schema_version", "1"),
    (N, '"不牵绳"]', '"不交物业费"]', "items[0].aliases[2]", "forbidden_words_allow"),
    (N, '"信访", "上访"', '"上访"', "", ""),
    (N, '{ code = "UN07", reason = "保护举报人，扣的是泄密的单位" }', '{ code = "UN07", reason = " " }',
     "policy.forbidden_words_allow[1].reason", "理由"),
    (N, '  { code = "UN07", reason = "保护举报人，扣的是泄密的单位" },\n', "",
     "items[39].title items[39].aliases[0]", "举报"),
    (N, '{ code = "UN07"', '{ code = "UN77"',
     "policy.forbidden_words_allow[1].code items[39].title items[39].aliases[0]", "UN77"),
    (N, '  "贷款、征信、招聘、政审",\n', "", "policy.forbidden_uses policy.forbidden_uses", "贷款"),
    (N, "points = -3", "points = 3", "items[0].points", "负数"),
    (N, "points = -3", "points = -30", "items[0].points items[0].cap_points", "每月"),
    (N, "cap_points = 9", "cap_points = 2", "items[0].cap_points", "上限"),
    (N, "confirmers = 1", "confirmers = 0", "items[0].confirmers", "1 或 2"),
    (N, 'domain = "dog"', 'domain = "cat"', "items[0].domain", "dog"),
    (N, 'publish = "never"', 'publish = "masked"', "items[1].publish", "never"),
    (N, 'publish = "masked"', 'publish = "org_name"', "items[0].publish", "居民"),
    (N, "minors_never_published = true", "minors_never_published = false", "policy.minors_never_published", "true"),
    (N, "objection_days = 7", "objection_days = 3", "policy.objection_days", "7"),
    (N, "board_max_days = 92", "board_max_days = 93", "policy.board_max_days", "92"),
    (N, "notice_delay_hours_min = 24", "notice_delay_hours_min = 20", "policy.notice_delay_hours_min", "24"),
    (P, 'sign_phrase = "我承诺文明养犬"', 'sign_phrase = "本人承诺文明养犬"',
     "pledges[0].sign_phrase", "我承诺文明养犬"),
    (P, 'award_item = "R20"', 'award_item = "R99"', "pledges[0].award_item", "R99"),
    (P, 'award_item = "R20"', 'award_item = "U03"', "pledges[0].award_item", "居民"),
    (P, '["RN01", "RN02"', '["RN01", "RN92"', "pledges[0].linked_negative[1]", "RN92"),
    (P, 'domain = "civil_practice"', 'domain = "nothing"', "pledges[0].domain", "nothing"),
    (P, "withdraw_penalty_points = 0", "withdraw_penalty_points = 2", "policy.withdraw_penalty_points", "0"),
    (P, 'code = "C02"', 'code = "R02"', "pledges[1].code", "catalogue.toml"),
    (T, 'text = "', f'text = "{"好" * 60}', "tips[0].text", "80"),
    (T, "months = [3, 4, 5, 9, 10]", "months = [3, 13]", "tips[8].months[1]", "12"),
    (T, 'post_time = "19:30"', 'post_time = "7:5"', "policy.post_time", "09:30"),
    (T, 'post_time = "19:30"', 'post_time = "24:00"', "policy.post_time", "09:30"),
    (T, 'post_time = "19:30"', 'post_time = "23:00"', "policy.post_time", "安静"),
    (T, 'code = "X01"', 'code = "T01"', "tips[0].code", "T"),
    (A, "weight = 40", "weight = 45", "awards[0].indicators", "105"),
    (A, 'nominate_open = "12-01"', 'nominate_open = "02-30"', "process.nominate_open", "12-01"),
    (A, 'nominate_close = "12-15"', 'nominate_close = "11-15"', "process.nominate_close", "之前"),
    (A, "publicity_days = 7", "publicity_days = 14", "process.announce_on", "12-21"),
    (A, 'announce_on = "01-05"', 'announce_on = "12-10"', "process.announce_on", "推后公布"),
    (A, 'announce_on = "01-05"', 'announce_on = "01-15"', "process.announce_on", "14 日以前"),
    (A, 'quota_base = "登记商铺数"', 'quota_base = "摊位数"', "awards[3].quota_base", "登记商铺数"),
    (W, "min_batch_accounts = 10", "min_batch_accounts = 9", "tip_reward.min_batch_accounts", "10"),
    (W, "max_tip_share = 0.25", "max_tip_share = 0.5", "tip_reward.max_tip_share", "四分之一"),
    (W, 'post_day = "last"', "post_day = 31", "tip_reward.post_day", "last"),
    (W, 'post_day = "last"', 'post_day = "月底"', "tip_reward.post_day", "last"),
    (W, "points = 5 ", "points = 3 ", "tip_reward.points", "R34"),
    (W, 'item = "R34"', 'item = "R98"', "tip_reward.item", "R98"),
    (W, "carry_months = [0, 1, 2]", "carry_months = [0, 5]", "tip_reward.carry_months[1]", "2"),
    (W, "pool = false", "pool = true", "", ""),
    (W, 'pool = false                       # 默认领不记名券；改为 true 时才可选月底入账\nitem = "R34"',
     'pool = true\nitem = "R31"', "tip_reward.item", "R31"),
    (W, '["集市摊位", "摊位"]', '["优先入学"]', "rewards[3].aliases[0]", "上学"),
    (W, 'title = "错时停车 5 次"', 'title = "门禁卡一张"', "rewards[20].title", "门禁"),
    (G, "settle_day = 1", "settle_day = 31", "monthly.settle_day", "last"),
    (G, "min = 120", "min = 150", "grades[1].min", "AAA"),
    (G, "active_months = 6", "active_months = 13", "grades[0].active_months", "12"),
    (G, 'conditions = ["近 12 个月无严重未修复扣分"]', "conditions = []", "grades[1].conditions", "AA"),
    (G, 'red_min_grade = "AA"', 'red_min_grade = "S"', "quarterly_board.red_min_grade", "AAA"),
    (G, "tip_content_days_after_close = 30", "tip_content_days_after_close = 181",
     "retention.tip_content_days_after_close", "180"),
    (G, "tip_content_days_after_close = 30", "tip_content_days_after_close = 6",
     "retention.tip_content_days_after_close", "7"),
    (G, "tip_days_hard_stop = 180", "tip_days_hard_stop = 200", "retention.tip_days_hard_stop", "180"),
    (G, "一对一修复计划", "可以申请公租房", "grade_rules.perks[3].title", "公租房"),
    (G, "months = [1, 4, 7, 10]", "months = [0, 4]", "quarterly_board.months[0]", "12"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "path", "hint"), REFUSALS)
def test_a_planted_mistake_is_the_one_that_is_told(
    tmp_path: Path, file: str, old: str, new: str, path: str, hint: str
) -> None:
    plant(tmp_path, file, (old, new))
    told = mistakes_in(tmp_path)
    if not path:
        assert told == ()
        return
    assert [(mistake.file, mistake.path) for mistake in told] == [(file, each) for each in path.split()]
    assert hint in told[0].sentence
    assert told[0].line is not None


POOL = ("pool = false", "pool = true")


@pytest.mark.parametrize(
    ("old", "new", "path", "hint"),
    [
        ('post_day = "last"', "post_day = 28", "tip_reward.post_day", "last"),
        ('post_time = "20:10"', 'post_time = "21:00"', "tip_reward.post_time", "20:10"),
        ("cover_per_month = 40", "cover_per_month = 9", "tip_reward.cover_per_month", "10"),
        ("max_tip_share = 0.25", "max_tip_share = 0.05", "tip_reward.max_tip_share", "0.1"),
    ],
)
def test_a_pool_that_could_never_pay_or_stands_apart_is_refused(
    tmp_path: Path, old: str, new: str, path: str, hint: str
) -> None:
    plant(tmp_path, W, POOL, (old, new))
    (told,) = mistakes_in(tmp_path)
    assert (told.file, told.path) == (W, path)
    assert hint in told.sentence


def test_dropping_a_forbidden_word_does_not_open_the_door(tmp_path: Path) -> None:
    plant(tmp_path, C, ('forbidden_words = ["献血", ', "forbidden_words = ["), ('"主题发言"', '"无偿献血"'))
    assert [mistake.path for mistake in mistakes_in(tmp_path)] == ["items[1].aliases[1]"]


def test_many_mistakes_are_told_at_once_with_file_line_and_path(tmp_path: Path) -> None:
    plant(
        tmp_path,
        C,
        ("points = 1\n", 'points = "一"\n'),
        ('["领学", "主题发言"]', '["献血"]'),
        ('code = "R03"', 'code = "S03"'),
        ("cap_points = 4\n", "cap_pionts = 4\n"),
    )
    plant(tmp_path, W, ("min_batch_accounts = 10", "min_batch_accounts = 1"), ("points = 5 ", "points = 6 "))
    plant(tmp_path, G, ("settle_day = 1", "settle_day = 31"))
    (tmp_path / A).write_text("a = [\n", encoding="utf-8")
    (tmp_path / "tip.toml").write_text("", encoding="utf-8")
    told = mistakes_in(tmp_path)
    assert [(mistake.file, mistake.path) for mistake in told] == [
        ("tip.toml", ""),
        (C, "items[0].points"),
        (C, "items[1].aliases[0]"),
        (C, "items[2].code"),
        (C, "items[3].cap_points"),
        (C, "items[3].cap_pionts"),
        (A, ""),
        (W, "tip_reward.points"),
        (W, "tip_reward.min_batch_accounts"),
        (G, "monthly.settle_day"),
    ]
    lines = check_rules(tmp_path)
    assert lines == [str(mistake) for mistake in told]
    assert lines[1].startswith("catalogue.toml 第 55 行 items[0].points：")


def test_broken_rules_carry_every_sentence(tmp_path: Path) -> None:
    plant(tmp_path, T, ("opt_out = true", "opt_out = 1"))
    with pytest.raises(BrokenRules, match="opt_out") as caught:
        load_rules(tmp_path)
    assert len(caught.value.mistakes) == 1


def test_a_directory_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "没有这个文件夹" in check_rules(tmp_path / "nowhere")[0]


def test_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / T).write_bytes("# 小贴士".encode("gb18030"))
    assert "UTF-8" in check_rules(tmp_path)[0]
