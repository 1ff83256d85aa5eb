"""The times of bookings as they are shown, and how long a reward lasts."""

from datetime import datetime, timedelta

import pytest

from domain.period import SHANGHAI
from domain.shop.times import length_of, minutes, moment_of, shown
from domain.when import read_span

NOW = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("title", "long"),
    [
        ("多媒体教室、会议室使用2小时", 120),
        ("会议室、工作场地使用半天", 240),
        ("社区集市摊位（1 天）", 480),
        ("法律咨询半小时", 30),
        ("排练厅、球场使用1小时", 60),
        ("烘焙、茶艺、书法体验课", 60),
    ],
)
def test_a_title_says_how_long(title: str, long: int) -> None:
    assert length_of(title) == timedelta(minutes=long)


def test_what_is_shown_can_be_typed_back() -> None:
    times = (datetime(2027, 1, 5, 9, 30, tzinfo=SHANGHAI), datetime(2027, 1, 5, 11, tzinfo=SHANGHAI))
    assert shown(times) == "1月5日（周二）09:30到11:00"
    said = read_span(shown(times), NOW)
    assert said is not None
    assert (said.since, said.until) == times


def test_a_voucher_keeps_its_time() -> None:
    assert moment_of(minutes(NOW)) == NOW
