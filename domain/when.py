"""Times as people say them (周六14点到16点, 明天下午3点半, 11月28日9点 2小时), read by a given present moment."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.numerals import fold, whole
from domain.period import SHANGHAI, civil

_LONG_AGO = timedelta(days=180)
_N = "([0-9]{1,4}|[零〇一二两三四五六七八九十]{1,4})"
_WEEKDAYS = {
    sign: number for number, signs in enumerate(("一1", "二2", "三3", "四4", "五5", "六6末", "日天7")) for sign in signs
}
_NAMED = {"前": -2, "昨": -1, "今": 0, "明": 1, "后": 2, "大后": 3}
_FULL = re.compile(
    rf"(?:{_N}\s*年\s*)?{_N}\s*月\s*{_N}\s*[日号]?|([0-9]{{4}})[-/.]([0-9]{{1,2}})[-/.]([0-9]{{1,2}})"
    r"|(?<![0-9:.-])([0-9]{1,2})[-/.]([0-9]{1,2})(?:[日号]|(?=\s))"
)
_DAY = re.compile(rf"(?<![0-9]){_N}\s*[日号]")
_WEEK = re.compile(r"(下下个?|下个?|这个?|本)?(?:周|星期|礼拜)([一二三四五六日天末]|[1-7](?![0-9]))")
_RELATIVE = re.compile("(大后|前|昨|今|明|后)(?:天|日)?(?=[早晚上下中凌傍夜天日0-9一二两三四五六七八九十 ]|$)")
_PART = "(凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚|夜里)?"
_CLOCK = re.compile(
    rf"{_PART}\s*(?:([0-9]{{1,2}})[:：]([0-9]{{2}})|{_N}\s*[点时]钟?(?:整|(半)|([一三])刻|{_N}\s*分?)?(?![小钟个]))"
)
_TO = re.compile(r"\s*(?:到|至|[-—–~～])\s*")
_LASTS = re.compile(rf"(?:{_N}\s*个?半?\s*(?:小时|钟头)|半\s*个?\s*(?:小时|钟头)|{_N}\s*分钟)")
_LATE = frozenset({"下午", "傍晚", "晚上", "晚", "夜里"})


@dataclass(frozen=True, slots=True)
class Said:
    """A span of time that was said; ``until`` is None where only the beginning was."""

    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """What a text says of a time: whether a day, an hour and an end, and when it begins and ends if that can be."""

    has_day: bool
    has_hour: bool
    has_end: bool
    start: datetime | None = None
    end: datetime | None = None


def read_span(text: str, now: datetime) -> Said | None:
    """The day and the hours in a text; None where either is missing or cannot be."""
    heard = hear(text, now)
    if not heard.has_day or heard.start is None or not heard.has_end:
        return Said(heard.start) if heard.has_day and heard.start else None
    return Said(heard.start, heard.end) if heard.end and heard.end > heard.start else None


def hear(text: str, now: datetime) -> Heard:
    """What a text says of a time; a day that is long gone is next year's, and without a day it is today."""
    words = fold(text).strip()
    day, rest = _day(words, civil(now))
    has_day = rest != words
    clock = _CLOCK.search(rest)
    begins = _time(clock, "") if clock else None
    if clock is None or begins is None or (day is None and has_day):
        return Heard(has_day, has_hour=clock is not None, has_end=False)
    start = datetime.combine(day or civil(now), begins, SHANGHAI)
    week = _WEEK.search(words)
    if day is not None and week and not week[1] and start <= now:
        start += timedelta(days=7)
    has_end, end = _end(rest[clock.end() :], rest, start, clock[1] or "")
    return Heard(has_day, has_hour=True, has_end=has_end, start=start, end=end)


def _day(words: str, today: date) -> tuple[date | None, str]:
    """The day, and the words without it; a day that no calendar has counts as none."""
    for pattern, read in ((_FULL, _full), (_WEEK, _week), (_RELATIVE, _relative), (_DAY, _of_month)):
        found = pattern.search(words)
        if found:
            rest = words[: found.start()] + " " + words[found.end() :]
            return read(found, today), rest
    return None, words


def _full(found: "re.Match[str]", today: date) -> date | None:
    said = [whole(part) for part in found.groups() if part]
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
    """The hour of a day: nobody meets at three in the night, so a bare 3点 is in the afternoon."""
    if part in _LATE:
        return hour + 12 if hour < 12 else (24 if part != "下午" and hour == 12 else hour)
    if part == "中午":
        return hour + 12 if hour < 3 else hour
    if part == "凌晨":
        return 0 if hour == 12 else hour
    return hour + 12 if bare and not part and 1 <= hour <= 6 else hour


def _end(rest: str, words: str, start: datetime, part: str) -> tuple[bool, datetime | None]:
    """Whether an end or a length is said, and the end."""
    lead = _TO.match(rest)
    found = _CLOCK.match(rest, lead.end()) if lead else None
    if found:
        ends = _time(found, part)
        end = datetime.combine(start.date(), ends, SHANGHAI) if ends else None
        if end and end <= start and end.hour < 12:
            end += timedelta(hours=12)
        return True, end
    lasts = None if lead else _LASTS.search(words)
    return bool(lead or lasts), start + _lasting(lasts) if lasts else None


def _lasting(found: "re.Match[str]") -> timedelta:
    if found[2]:
        return timedelta(minutes=whole(found[2]) or 0)
    half = 30 if "半" in found[0] else 0
    return timedelta(hours=(whole(found[1]) or 0) if found[1] else 0, minutes=half)
