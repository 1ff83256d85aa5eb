"""When an activity is, as people say it; now is Monday, 23 November 2026, ten in the morning."""

from datetime import datetime

import pytest

from domain.activities.times import Stretch, stretch_said
from domain.period import SHANGHAI

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI)


def _read(text: str, now: datetime = NOW) -> str:
    found = stretch_said(text, now)
    return f"{found.start:%Y-%m-%d %H:%M}–{found.end:%H:%M}" if isinstance(found, Stretch) else found


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("周六上午9点", "2026-11-28 09:00–11:00"),
        ("明天9点", "2026-11-24 09:00–11:00"),
        ("明早八点", "2026-11-24 08:00–10:00"),
        ("后天9点20", "2026-11-25 09:20–11:20"),
        ("大后天 9点一刻", "2026-11-26 09:15–11:15"),
        ("今晚8点", "2026-11-23 20:00–22:00"),
        ("下午3点半", "2026-11-23 15:30–17:30"),
        ("3点", "2026-11-23 15:00–17:00"),
        ("11月28日9点", "2026-11-28 09:00–11:00"),
        ("１１月２８日 ９：３０", "2026-11-28 09:30–11:30"),
        ("十一月二十八日上午九点", "2026-11-28 09:00–11:00"),
        ("2026-11-28 09:00", "2026-11-28 09:00–11:00"),
        ("28号9点", "2026-11-28 09:00–11:00"),
        ("周六14点到16点", "2026-11-28 14:00–16:00"),
        ("下午2点到4点", "2026-11-23 14:00–16:00"),
        ("11月28日9点-11点半", "2026-11-28 09:00–11:30"),
        ("周日 10:00—11:30", "2026-11-29 10:00–11:30"),
        ("周六晚上7点到9点", "2026-11-28 19:00–21:00"),
        ("明天上午9点到下午5点", "2026-11-24 09:00–17:00"),
        ("明天14点到9点", "2026-11-24 14:00–21:00"),
        ("明天下午3点 3小时", "2026-11-24 15:00–18:00"),
        ("周六9点两个半小时", "2026-11-28 09:00–11:30"),
        ("明天9点 90分钟", "2026-11-24 09:00–10:30"),
        ("明天中午12点", "2026-11-24 12:00–14:00"),
        ("下周三14:30", "2026-12-02 14:30–16:30"),
        ("周末9点", "2026-11-28 09:00–11:00"),
        ("下下周一9点", "2026-12-07 09:00–11:00"),
    ],
)
def test_what_people_say(text: str, meant: str) -> None:
    assert _read(text) == meant


def test_the_same_weekday_is_today_or_in_a_week() -> None:
    assert _read("周一11点") == "2026-11-23 11:00–13:00"
    assert _read("周一9点") == "2026-11-30 09:00–11:00"
    assert _read("这周一9点") == "past"


def test_a_day_of_the_month_that_is_over_is_next_months() -> None:
    assert _read("5号9点") == "2026-12-05 09:00–11:00"


def test_a_date_rolls_over_into_the_next_year_and_yesterday_does_not() -> None:
    assert _read("1月5日9点") == "2027-01-05 09:00–11:00"
    assert _read("11月20日9点") == "past"
    assert _read("2025年11月28日9点") == "past"
    last = datetime(2026, 12, 31, 23, 0, tzinfo=SHANGHAI)
    assert _read("明天9点", last) == "2027-01-01 09:00–11:00"
    assert _read("3号9点", last) == "2027-01-03 09:00–11:00"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("有空的时候", "unclear"),
        ("", "unclear"),
        ("明天", "no_hour"),
        ("11月28日", "no_hour"),
        ("9点", "past"),
        ("昨天11点", "past"),
        ("前天 11点", "past"),
        ("今天9点", "past"),
        ("2月30日9点", "unclear"),
        ("13月1日9点", "unclear"),
        ("周六25点", "unclear"),
        ("周六9:75", "unclear"),
        ("明天9点到什么时候", "unclear"),
        ("2030年1月1日9点", "too_far"),
        ("明天9点 20小时", "too_long"),
    ],
)
def test_what_nobody_can_mean(text: str, fault: str) -> None:
    assert _read(text) == fault


def test_two_activities_at_one_time() -> None:
    nine, ten, eleven = (stretch_said(f"周六{hour}点", NOW) for hour in (9, 10, 11))
    assert isinstance(nine, Stretch)
    assert isinstance(ten, Stretch)
    assert isinstance(eleven, Stretch)
    assert nine.meets(ten)
    assert ten.meets(nine)
    assert not nine.meets(eleven)
