"""Where lines break, and how punctuation is pulled together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publishing.lines import NEVER_FIRST, NEVER_LAST, broken, shortened
from publishing.setting import speakable
from publishing.squeezing import runs


def measure(words: str) -> float:
    return sum(1.0 if ord(one) > 0x2000 else 0.5 for one in words)


@pytest.mark.parametrize(
    ("words", "width", "lines"),
    [
        ("一二三四五，六七", 5, ["一二三四", "五，六七"]),
        ("一二三四“五”六七", 5, ["一二三四", "“五”六七"]),
        ("一二三（四五六）", 4, ["一二三", "（四五", "六）"]),
        ("一二三四五……六", 6, ["一二三四", "五……六"]),
        ("共 12345 起", 3, ["共", "12345", "起"]),
        ("三楼L1024修好", 3, ["三楼", "L1024", "修好"]),
        ("一二\n\n三", 4, ["一二", "", "三"]),
        ("abcdefghijkl", 3, ["abcdef", "ghijkl"]),
        ("", 3, [""]),
    ],
)
def test_lines_break_where_a_typesetter_breaks_them(words: str, width: float, lines: list[str]) -> None:
    assert list(broken(words, width, measure)) == lines


def test_too_many_lines_end_with_dots() -> None:
    assert broken("一二三四五六七八九", 3, measure, most=2) == ("一二三", "四五…")
    assert broken("一二三四五六", 3, measure, most=2) == ("一二三", "四五六")
    assert shortened("一二（三", 3.5, measure) == "一二…"


@settings(deadline=None)
@given(st.text("一二三四，。“”（）《》、；abc12 ", max_size=60), st.integers(6, 20))
def test_no_line_is_too_wide_and_no_character_is_lost(words: str, width: int) -> None:
    lines = broken(words, width, measure)
    assert all(measure(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")


@settings(deadline=None)
@given(st.lists(st.sampled_from(["一二三，", "“四五”", "（六）。", "七八", "《九》"]), min_size=1), st.integers(8, 20))
def test_no_line_begins_or_ends_with_a_mark_that_may_not(parts: list[str], width: int) -> None:
    lines = broken("".join(parts), width, measure)
    assert [line for line in lines if line[0] in NEVER_FIRST or line[-1] in NEVER_LAST] == []


def test_two_marks_share_one_width() -> None:
    assert list(runs("说“对”。", lambda _: True)) == [("说“对”", 0.0), ("。", 0.5)]
    assert list(runs("“《条例》”", lambda _: True)) == [("“", 0.5), ("《条例》", 0.5), ("”", 0.5)]
    assert list(runs("说“对”。", lambda one: one not in "“”")) == [("说“对”。", 0.0)]


def test_what_no_font_draws_is_left_out() -> None:
    assert speakable("李\u202e*\U0001f44d\ufe0f\x07　𠮷\n") == "李*　𠮷\n"
