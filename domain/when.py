"""Times as people say them (周六14点到16点, 明天下午3点半到5点), read as a span; pure, by a given present moment."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.numerals import fold, whole_number
from domain.period import SHANGHAI

_N = "(?:[0-9]{1,2}|[零〇一二两三四五六七八九十]{1,3})"
_DAY = re.compile(
    rf"(?P<near>今天|今日|今晚|今早|明天|明日|明晚|明早|后天|大后天)"
    rf"|(?P<next>下+)?(?:个)?(?:这|本)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末1-7])"
    rf"|(?:(?P<year>20[0-9]{{2}})\s*[年./-]\s*)?(?P<month>{_N})\s*[月./-]\s*(?P<day>{_N})\s*[日号]?"
    rf"|(?P<only>{_N})\s*[日号]"
)
_CLOCK = (
    r"(?P<@part>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|早|晚)?"
    rf"\s*(?P<@hour>{_N})\s*(?:[:：](?P<@colon>[0-5][0-9])|[点时](?:钟|整)?"
    rf"(?:(?P<@half>半)|(?P<@quarter>[一三])刻|(?P<@minute>{_N})(?!\s*(?:个|小时|钟头))分?)?)"
)
_TIMES = re.compile(_CLOCK.replace("@", "a") + r"(?:\s*(?:到|至|[-—–~～])\s*" + _CLOCK.replace("@", "b") + ")?")
_FOR = re.compile(rf"(?P<count>{_N}|半)\s*个?(?P<half>半)?\s*(?P<unit>小时|钟头|分钟)")
_NEAR = {"今": 0, "明": 1, "后": 2, "大": 3}
_WEEK = {sign: number for number, sign in enumerate("一二三四五六日")} | {"天": 6, "末": 5}
_LATE = frozenset({"下午", "傍晚", "晚上", "晚"})
_NOON = 12
_EVENING = ("今晚", "明晚")


@dataclass(frozen=True, slots=True)
class Said:
    """A span of time that was said; ``until`` is None where only the beginning was."""

    since: datetime
    until: datetime | None = None


def read_span(text: str, now: datetime) -> Said | None:
    """The day and the hours in a text, in Shanghai; None where either is missing or cannot be."""
    plain = fold(text)
    found = _DAY.search(plain)
    today = now.astimezone(SHANGHAI).date()
    day = _day(found, today) if found else None
    if found is None or day is None:
        return None
    times = _TIMES.search(plain, found.end())
    evening = "晚上" if found["near"] in _EVENING else ""
    since = _clock(times, "a", evening) if times else None
    if times is None or since is None:
        return None
    begins = datetime.combine(day, since, SHANGHAI)
    if times["bhour"] is None:
        length = _length(plain[times.end() :])
        return Said(begins, begins + length if length else None)
    until = _clock(times, "b", times["apart"] or evening)
    ends = datetime.combine(day, until, SHANGHAI) if until else None
    return Said(begins, ends) if ends and ends > begins else None


def _day(found: re.Match[str], today: date) -> date | None:
    if found["near"]:
        return today + timedelta(days=_NEAR[found["near"][0]])
    if found["weekday"]:
        return _weekday(found["weekday"], len(found["next"] or ""), today)
    return _dated(found, today)


def _weekday(sign: str, weeks: int, today: date) -> date:
    """A day of this week, or the coming one where it has passed; 下周 is always the week after this one."""
    wanted = _WEEK[sign] if sign in _WEEK else int(sign) - 1
    monday = today - timedelta(days=today.weekday())
    day = monday + timedelta(days=wanted, weeks=weeks)
    return day if day >= today else day + timedelta(weeks=1)


def _dated(found: re.Match[str], today: date) -> date | None:
    """A date without its year or month is the next one that comes."""
    number = whole_number(found["only"] or found["day"]) or 0
    month = whole_number(found["month"]) if found["month"] else today.month
    year = int(found["year"]) if found["year"] else today.year
    day = _date(year, month or 0, number)
    if day is None or day >= today or found["year"]:
        return day
    if found["month"]:
        return _date(year + 1, month or 0, number)
    following = today.replace(day=1) + timedelta(days=32)
    return _date(following.year, following.month, number)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(found: re.Match[str], which: str, part: str) -> time | None:
    said = found[f"{which}part"] or part
    hour = whole_number(found[f"{which}hour"])
    minute = _minute(found, which)
    if hour is None or minute is None:
        return None
    if (said in _LATE and hour < _NOON) or (said == "中午" and hour <= 2):
        hour += _NOON
    try:
        return time(hour, minute)
    except ValueError:
        return None


def _minute(found: re.Match[str], which: str) -> int | None:
    if found[f"{which}half"]:
        return 30
    if found[f"{which}quarter"]:
        return {"一": 15, "三": 45}[found[f"{which}quarter"]]
    said = found[f"{which}colon"] or found[f"{which}minute"]
    return whole_number(said) if said else 0


def _length(rest: str) -> timedelta | None:
    found = _FOR.search(rest)
    if found is None:
        return None
    count = 0.5 if found["count"] == "半" else float(whole_number(found["count"]) or 0)
    count += 0.5 if found["half"] else 0
    return timedelta(minutes=count) if found["unit"] == "分钟" else timedelta(hours=count)
