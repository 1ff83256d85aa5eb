"""Understanding grows no faster than the message."""

import sys
from collections.abc import Callable

import pytest

from bot.understanding.engine import Understanding
from domain.message import Utterance

SEEDS = ("我", "积分", "加分 ", "我要想帮", "举报", "一", "在吗", "- ", "「", "@", "好")


def _calls(work: Callable[[], object]) -> int:
    """How many calls, Python's and C's, some work makes: a clock without noise."""
    count = 0

    def tally(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(tally)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("seed", SEEDS)
def test_ten_times_the_text_is_at_most_eleven_times_the_work(understanding: Understanding, seed: str) -> None:
    def read(length: int) -> None:
        understanding.read(Utterance((seed * length)[:length], "private", addressed=True))

    read(4000)
    assert _calls(lambda: read(4000)) <= 11 * max(_calls(lambda: read(400)), 100)


def test_chatter_ends_at_the_first_glance(understanding: Understanding) -> None:
    chatter = Utterance("楼下那个狗又叫了一晚上，有没有人管", "group", addressed=False)
    assert _calls(lambda: understanding.read(chatter)) < 20
