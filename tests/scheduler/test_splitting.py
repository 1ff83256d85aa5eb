"""Long texts: nothing lost, nothing too long for the platform, no sign torn apart."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.splitting import graphemes, in_parts

SIGNS = st.sampled_from(["格", "a", "\n", "\r\n", "é", "e\u0301", "👍🏽", "🇨🇳", "👩‍👩‍👧", "각", "❤️", "，"])
TEXTS = st.lists(SIGNS, max_size=400).map("".join)


@settings(deadline=None)
@given(TEXTS, st.integers(64, 2_048))
def test_parts_are_whole_numbered_and_within_the_limit(text: str, most: int) -> None:
    parts = in_parts(text, most)
    assert all(len(part.encode()) <= most for part in parts)
    if len(parts) == 1:
        assert parts == (text,)
        return
    assert [part.partition("\n")[0] for part in parts] == [f"{n}/{len(parts)}" for n in range(1, len(parts) + 1)]
    bodies = [part.partition("\n")[2] for part in parts]
    assert "".join(bodies) == text
    for body in bodies:
        assert not unicodedata.category(body[0]).startswith("M")
        assert body[0] not in "\u200d🏽"
        assert not body.endswith("\u200d")


@pytest.mark.parametrize("text", ["e\u0301", "👍🏽", "🇨🇳", "👩‍👩‍👧", "각", "❤️", "\r\n"])
def test_one_sign_is_one_piece(text: str) -> None:
    assert list(graphemes(f"格{text}x")) == ["格", text, "x"]


def test_two_flags_are_two_pieces() -> None:
    assert list(graphemes("🇨🇳🇨🇳")) == ["🇨🇳", "🇨🇳"]


def test_a_sign_that_no_part_can_hold_is_cut_after_all() -> None:
    text = "a" + "\u0301" * 200
    parts = in_parts(text, 64)
    assert "".join(part.partition("\n")[2] for part in parts) == text
    assert all(len(part.encode()) <= 64 for part in parts)
