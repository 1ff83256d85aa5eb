"""Times as people say them, and rooms' opening hours."""

from datetime import datetime, time

import pytest

from domain.bookings.booking import cells, milliseconds
from domain.bookings.opening import others, read_opening
from domain.period import SHANGHAI
from domain.when import read_span

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI)
"""A Monday."""


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("周六14点到16点", "2026-11-28T14:00", "2026-11-28T16:00"),
        ("明天下午3点半到5点", "2026-11-24T15:30", "2026-11-24T17:00"),
        ("下周一晚上七点到八点半", "2026-11-30T19:00", "2026-11-30T20:30"),
        ("28号上午9:00-11:30", "2026-11-28T09:00", "2026-11-28T11:30"),
        ("11月28日9点", "2026-11-28T09:00", ""),
        ("1月5日9点一刻", "2027-01-05T09:15", ""),
        ("3号9点", "2026-12-03T09:00", ""),
        ("周日下午两点到四点", "2026-11-29T14:00", "2026-11-29T16:00"),
        ("明晚8点", "2026-11-24T20:00", ""),
        ("周六14点 2小时", "2026-11-28T14:00", "2026-11-28T16:00"),
        ("大后天9点一个半小时", "2026-11-26T09:00", "2026-11-26T10:30"),
        ("２０２６年１２月１日１４：００～１６：００", "2026-12-01T14:00", "2026-12-01T16:00"),
        ("明天3点到5点", "2026-11-24T15:00", "2026-11-24T17:00"),
        ("12-1 9点", "2026-12-01T09:00", ""),
        ("今天中午1点", "2026-11-23T13:00", ""),
    ],
)
def test_times_are_read(text: str, since: str, until: str) -> None:
    said = read_span(text, NOW)
    assert said is not None
    assert said.since == datetime.fromisoformat(since).replace(tzinfo=SHANGHAI)
    assert said.until == (datetime.fromisoformat(until).replace(tzinfo=SHANGHAI) if until else None)


@pytest.mark.parametrize(
    "text", ["", "昨天", "周六", "14点到16点", "周六25点", "周六16点到14点", "2月30日9点", "改天吧"]
)
def test_what_is_no_time_is_not_guessed(text: str) -> None:
    assert read_span(text, NOW) is None


@pytest.mark.parametrize(
    ("text", "days", "since", "until"),
    [
        ("周六、周日 9:00-17:00", {5, 6}, time(9), time(17)),
        ("周一至周五 9:00-21:00", {0, 1, 2, 3, 4}, time(9), time(21)),
        ("每天 9:30-20:00", set(range(7)), time(9, 30), time(20)),
        ("周一至周六 9:00-18:00", {0, 1, 2, 3, 4, 5}, time(9), time(18)),
        ("", set(range(7)), time(8), time(21)),
    ],
)
def test_opening_hours_are_read(text: str, days: set[int], since: time, until: time) -> None:
    opening = read_opening(text)
    assert (opening.weekdays, opening.since, opening.until) == (frozenset(days), since, until)


def test_other_times_do_not_meet_each_other_or_what_is_taken() -> None:
    opening = read_opening("周六 9:00-13:00")
    at = datetime(2026, 11, 28, 9, 0, tzinfo=SHANGHAI)
    wanted = (at, at.replace(hour=11))
    taken = frozenset(cells(milliseconds(wanted[0]), milliseconds(wanted[1])))
    found = others(opening, taken, wanted, NOW)
    assert [one[0].isoformat()[:16] for one in found] == ["2026-11-28T11:00", "2026-12-05T09:00", "2026-12-05T11:00"]
