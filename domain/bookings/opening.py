"""When a room is open, read from the register's own words (周六、周日 9:00-17:00)."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.bookings.booking import CELL, is_free
from domain.numerals import fold
from domain.period import SHANGHAI

_WEEK = {sign: number for number, sign in enumerate("一二三四五六日")} | {"天": 6}
_DAY = "(?:周|星期|礼拜)"
_RANGE = re.compile(rf"{_DAY}([一二三四五六日天])\s*[至到~～—–-]\s*{_DAY}?([一二三四五六日天])")
_SINGLE = re.compile(rf"{_DAY}([一二三四五六日天])")
_HOURS = re.compile(r"([0-9]{1,2})[:：点]([0-9]{2})?\s*[-—–~～至到]\s*([0-9]{1,2})[:：点]([0-9]{2})?")
_USUAL = (time(8), time(21))
_AHEAD_DAYS = 21
CHOICES = 3


@dataclass(frozen=True, slots=True)
class Opening:
    """The weekdays (Monday is 0) and the hours in which a room may be used."""

    weekdays: frozenset[int]
    since: time
    until: time

    def holds(self, since: datetime, until: datetime) -> bool:
        """True where a span lies within one day's opening."""
        since, until = since.astimezone(SHANGHAI), until.astimezone(SHANGHAI)
        same_day = since.date() == until.date() and since.weekday() in self.weekdays
        return same_day and self.since <= since.time() and until.time() <= self.until


def read_opening(text: str) -> Opening:
    """The opening that a register's cell says; what it does not say is every day from eight to nine in the evening."""
    plain = fold(text)
    days: set[int] = {5, 6} if "周末" in plain else set(range(5)) if "工作日" in plain else set()
    for first, last in _RANGE.findall(plain):
        begin, end = _WEEK[first], _WEEK[last]
        days |= {number % 7 for number in range(begin, end + 1 if end >= begin else end + 8)}
    days |= {_WEEK[sign] for sign in _SINGLE.findall(plain)}
    hours = _HOURS.search(plain)
    since, until = _hours(hours) if hours else _USUAL
    return Opening(frozenset(days or range(7)), since, until)


def _hours(found: re.Match[str]) -> tuple[time, time]:
    try:
        since = time(int(found[1]), int(found[2] or 0))
        until = time(23, 59) if found[3] == "24" else time(int(found[3]), int(found[4] or 0))
    except ValueError:
        return _USUAL
    return since, until


def others(
    opening: Opening, taken: frozenset[int], wanted: tuple[datetime, datetime], earliest: datetime
) -> tuple[tuple[datetime, datetime], ...]:
    """At most three free times of the same length: those of the wanted day first, the nearest ones, then later days."""
    since, length = wanted[0], wanted[1] - wanted[0]
    found: list[tuple[datetime, datetime]] = []
    for ahead in range(_AHEAD_DAYS):
        day = since.astimezone(SHANGHAI).date() + timedelta(days=ahead)
        free = [
            one
            for one in _of_day(opening, day, length)
            if one[0] >= earliest and one != wanted and is_free(taken, *one)
        ]
        free.sort(key=lambda one: abs(_minutes(one[0]) - _minutes(since)))
        found += _apart(free)[: CHOICES - len(found)]
        if len(found) == CHOICES:
            break
    return tuple(sorted(found))


def _of_day(opening: Opening, day: date, length: timedelta) -> list[tuple[datetime, datetime]]:
    if day.weekday() not in opening.weekdays:
        return []
    begin, end = datetime.combine(day, opening.since, SHANGHAI), datetime.combine(day, opening.until, SHANGHAI)
    count = max(0, int((end - length - begin) / (2 * CELL)) + 1) if end - begin >= length else 0
    return [(begin + 2 * CELL * step, begin + 2 * CELL * step + length) for step in range(count)]


def _apart(free: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """Times that do not overlap each other, so that the choices differ."""
    kept: list[tuple[datetime, datetime]] = []
    for one in free:
        if all(one[1] <= other[0] or other[1] <= one[0] for other in kept):
            kept.append(one)
    return kept


def _minutes(moment: datetime) -> int:
    local = moment.astimezone(SHANGHAI)
    return local.hour * 60 + local.minute
