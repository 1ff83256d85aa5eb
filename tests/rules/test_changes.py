"""What somebody reads who has to agree to new rules."""

from pathlib import Path

from bot.rules.loader import default_rules, load_rules
from domain.rules.changes import changes
from tests.rules.planting import DEFAULTS


def _written(folder: Path, file: str, text: str) -> tuple[str, ...]:
    (folder / file).write_text(text, "utf-8")
    return changes(default_rules(), load_rules(folder))


def _default(file: str) -> str:
    return (DEFAULTS / file).read_text("utf-8")


def test_the_same_rules_change_nothing(tmp_path: Path) -> None:
    assert _written(tmp_path, "catalogue.toml", _default("catalogue.toml") + "# a remark") == ()


def test_a_figure_is_shown_before_and_after(tmp_path: Path) -> None:
    item = next(one for one in default_rules().catalogue.items if one.points == 1 and one.cap_points > 2)
    text = _default("catalogue.toml")
    at = text.index("points = 1\n", text.index(f'code = "{item.code}"'))
    found = _written(tmp_path, "catalogue.toml", text[:at] + "points = 2\n" + text[at + len("points = 1\n") :])
    assert found == (f"积分清单：{item.code} {item.title} 改了分值（1 → 2）",)


def test_what_came_and_went_and_the_settings_are_named(tmp_path: Path) -> None:
    code = default_rules().tips.tips[-1].code
    text = _default("tips.toml").replace(f'code = "{code}"', 'code = "G999"')
    found = _written(tmp_path, "tips.toml", text.replace("no_repeat_within_days = 120", "no_repeat_within_days = 90"))
    assert found == ("小贴士：新增 G999", f"小贴士：去掉 {code}", "小贴士：总的规定有改动")
