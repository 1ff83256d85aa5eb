"""TOML is read strictly, and every mistake has its path or line."""

from dataclasses import dataclass
from datetime import time
from typing import Any, Literal

import pytest

from bot.toml.lines import line_of, lines_of
from bot.toml.reading import read_toml, structure


@dataclass(frozen=True, slots=True)
class Inner:
    at: time
    share: float = 0.5


@dataclass(frozen=True, slots=True)
class Outer:
    name: str
    color: Literal["red", "black"]
    inner: Inner
    rows: tuple[Inner, ...] = ()
    pair: tuple[int, int] = (1, 2)
    day: int | str = "last"
    limit: int | None = None
    on: bool = True


GOOD: dict[str, Any] = {"name": "a", "color": "red", "inner": {"at": "09:30", "share": 1}}


def test_what_fits_is_taken() -> None:
    value, mistakes = structure({**GOOD, "rows": [{"at": time(7)}], "day": 3, "limit": 4}, Outer, "x.toml")
    assert mistakes == []
    assert value == Outer("a", "red", Inner(time(9, 30), 1.0), (Inner(time(7)),), day=3, limit=4)


@pytest.mark.parametrize(
    ("change", "path", "hint"),
    [
        ({"name": 3}, "name", "引号"),
        ({"color": "blue"}, "color", "red、black"),
        ({"inner": 3}, "inner", "名字 = 值"),
        ({"inner": {"at": "9:30"}}, "inner.at", "09:30"),
        ({"inner": {"at": "09:30", "share": float("nan")}}, "inner.share", "数字"),
        ({"inner": {}}, "inner.at", "缺少“at”"),
        ({"rows": [{"at": "07:00"}, {"at": 7}]}, "rows[1].at", "09:30"),
        ({"rows": "abc"}, "rows", "方括号"),
        ({"pair": [1]}, "pair", "正好写 2"),
        ({"day": True}, "day", "整数"),
        ({"on": "yes"}, "on", "true"),
        ({"colour": "red"}, "colour", "color"),
    ],
)
def test_what_does_not_fit_is_told_at_its_path(change: dict[str, Any], path: str, hint: str) -> None:
    value, mistakes = structure({**GOOD, **change}, Outer, "x.toml")
    assert value is None
    assert [mistake.path for mistake in mistakes] == [path]
    assert hint in mistakes[0].sentence


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("a = 1\na = 2", 2, "两次"),
        ('a = "x\nb = 1', 1, "引号"),
        ("a = 1\n\nb = [1,\n", 3, "值"),
        ("# 文\na", 2, "等号"),
        ("[a]\n[a]", 2, "双方括号"),
    ],
)
def test_broken_toml_is_told_with_its_line(text: str, line: int, hint: str) -> None:
    data, mistakes = read_toml(text.encode(), "x.toml")
    assert data is None
    assert mistakes[0].line == line
    assert hint in mistakes[0].sentence


def test_lines_follow_lists_of_tables_and_what_they_hold() -> None:
    text = "a = 1\n[[rows]]\nb = 1\n[[rows]]\nb = 2\n[[rows.parts]]\nc = 1\n[rows.end]\nd = 1\n"
    text += "[last]\nwords = [\n 'x',\n]\n"
    places = lines_of(text)
    wanted = {"a": 1, "rows[1].b": 5, "rows[1].parts[0].c": 7, "rows[1].end.d": 9, "last.words[0]": 11, "rows[1].z": 4}
    assert {path: line_of(places, path) for path in wanted} == wanted
    assert line_of(places, "nowhere") is None
