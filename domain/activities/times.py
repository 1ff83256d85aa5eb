"""When an activity is, as people say it: 周六上午9点, 明天, 11月28日9点到11点, 下午3点半."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from domain.numerals import fold, whole
from domain.period import SHANGHAI, civil

LONGEST = timedelta(hours=12)
USUAL = timedelta(hours=2)
"""How long an activity lasts where nobody says."""
_FURTHEST = timedelta(days=366)
_LONG_AGO = timedelta(days=180)
_N = "([0-9]{1,4}|[零〇一二两三四五六七八九十]{1,4})"
_WEEKDAYS = {day: number for number, days in enumerate(("一", "二", "三", "四", "五", "六", "日天")) for day in days}
_NAMED = {"今": 0, "明": 1, "后": 2, "大后": 3}
_FULL = re.compile(rf"(?:{_N}\s*年\s*)?{_N}\s*月\s*{_N}\s*[日号]?|([0-9]{{4}})[-/.]([0-9]{{1,2}})[-/.]([0-9]{{1,2}})")
_DAY = re.compile(rf"(?<![0-9]){_N}\s*[日号]")
_WEEK = re.compile(r"(下下个?|下个?|这个?|本)?(?:周|星期|礼拜)([一二三四五六日天])")
_RELATIVE = re.compile("(大后|今|明|后)(?:天|日)?(?=[早晚上下中凌傍夜天日0-9一二两三四五六七八九十]|$)")
_PART = "(凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚|夜里)?"
_CLOCK = re.compile(
    rf"{_PART}\s*(?:([0-9]{{1,2}})[:：]([0-9]{{2}})|{_N}\s*[点时]钟?(?:整|(半)|([一三])刻|{_N}\s*分?)?(?![小钟个]))"
)
_TO = re.compile(r"\s*(?:到|至|[-—–~～])\s*")
_LASTS = re.compile(rf"(?:{_N}\s*个?半?\s*(?:小时|钟头)|半\s*个?\s*(?:小时|钟头)|{_N}\s*分钟)")
_LATE = frozenset({"下午", "傍晚", "晚上", "晚", "夜里"})

Fault = Literal["unclear", "no_hour", "past", "too_far", "too_long"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when to when."""

    start: datetime
    end: datetime

    def meets(self, other: "Stretch") -> bool:
        """True where one person cannot be at both."""
        return self.start < other.end and other.start < self.end


def stretch_said(text: str, now: datetime) -> Stretch | Fault:
    """The time that words mean as said now; a day that is long gone is next year's, any other past is refused."""
    words = fold(text).strip()
    day, rest = _day(words, civil(now))
    clock = _CLOCK.search(rest)
    if clock is None:
        return "unclear" if day is None else "no_hour"
    begins = _time(clock, "")
    if begins is None or (day is None and rest != words):
        return "unclear"
    start = datetime.combine(day or civil(now), begins, SHANGHAI)
    if day is not None and _WEEK.search(words) and not _WEEK.search(words)[1] and start <= now:  # type: ignore[index]
        start += timedelta(days=7)
    end = _end(rest[clock.end() :], rest, start, clock[1] or "")
    if end is None:
        return "unclear"
    if start <= now:
        return "past"
    if start - now > _FURTHEST:
        return "too_far"
    return Stretch(start, end) if timedelta() < end - start <= LONGEST else "too_long"


def _day(words: str, today: date) -> tuple[date | None, str]:
    """The day, and the words without it; a day that no calendar has counts as none."""
    for pattern, read in ((_FULL, _full), (_WEEK, _week), (_RELATIVE, _relative), (_DAY, _of_month)):
        found = pattern.search(words)
        if found:
            rest = words[: found.start()] + " " + words[found.end() :]
            return read(found, today), rest
    return None, words


def _full(found: "re.Match[str]", today: date) -> date | None:
    said = [whole(part) for part in (found.groups()[:3] if found[2] else found.groups()[3:]) if part]
    year = said[0] if len(said) == 3 else today.year
    day = _date(year, said[-2], said[-1])
    if len(said) == 2 and day and today - day > _LONG_AGO:
        return _date(today.year + 1, said[-2], said[-1])
    return day


def _date(year: int | None, month: int | None, day: int | None) -> date | None:
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


def _week(found: "re.Match[str]", today: date) -> date | None:
    wanted, lead = _WEEKDAYS[found[2]], found[1] or ""
    monday = today - timedelta(days=today.weekday())
    if lead:
        return monday + timedelta(days=wanted + 7 * lead.count("下"))
    return today + timedelta(days=(wanted - today.weekday()) % 7)


def _relative(found: "re.Match[str]", today: date) -> date | None:
    return today + timedelta(days=_NAMED[found[1]])


def _of_month(found: "re.Match[str]", today: date) -> date | None:
    number = whole(found[1])
    this = _date(today.year, today.month, number)
    if this and this >= today:
        return this
    year, month = divmod(today.year * 12 + today.month, 12)
    return _date(year, month + 1, number)


def _time(found: "re.Match[str]", part: str) -> time | None:
    hour = whole(found[2] or found[4])
    minute = whole(found[3] or found[7] or "0")
    if found[5]:
        minute = 30
    if found[6]:
        minute = {"一": 15, "三": 45}[found[6]]
    if hour is None or minute is None:
        return None
    hour = _hour(hour, found[1] or part, bare=found[2] is None)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _hour(hour: int, part: str, *, bare: bool) -> int:
    """The hour of a day: nobody sweeps stairs at three in the night, so a bare 3点 is in the afternoon."""
    if part in _LATE:
        return hour + 12 if hour < 12 else (24 if part != "下午" and hour == 12 else hour)
    if part == "中午":
        return hour + 12 if hour < 3 else hour
    if part == "凌晨":
        return 0 if hour == 12 else hour
    return hour + 12 if bare and not part and 1 <= hour <= 6 else hour


def _end(rest: str, words: str, start: datetime, part: str) -> datetime | None:
    lead = _TO.match(rest)
    found = _CLOCK.match(rest, lead.end()) if lead else None
    if found:
        ends = _time(found, part)
        end = datetime.combine(start.date(), ends, SHANGHAI) if ends else None
        if end and end <= start and end.hour < 12:
            end += timedelta(hours=12)
        return end
    if lead:
        return None
    lasts = _LASTS.search(words)
    return start + (_lasting(lasts) if lasts else USUAL)


def _lasting(found: "re.Match[str]") -> timedelta:
    if found[2]:
        return timedelta(minutes=whole(found[2]) or 0)
    half = 30 if "半" in found[0] else 0
    return timedelta(hours=(whole(found[1]) or 0) if found[1] else 0, minutes=half)
