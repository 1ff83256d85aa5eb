"""What a platform sends may be anything, and reading it never fails."""

import pytest

from bot.channels.wecom_tables import part, rows, word


@pytest.mark.parametrize("data", [None, 1, "x", [], {}, {"it": None}, {"it": 1}, {"it": [1, None, "x", []]}])
def test_what_is_not_there_is_empty(data: object) -> None:
    assert (part(data, "it"), word(data, "it"), rows(data, "it")) == ({}, "", [])


def test_what_is_there_is_read() -> None:
    data = {"table": {"a": 1}, "text": "字", "list": [{"a": 1}, 2, {"b": 2}]}
    assert (part(data, "table"), word(data, "text"), rows(data, "list")) == ({"a": 1}, "字", [{"a": 1}, {"b": 2}])
