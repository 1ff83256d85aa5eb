"""The time of a booking as vouchers hold and show it, and how long a reward lasts by its own title."""

import re
from datetime import datetime, timedelta

from domain.numerals import NUMBER, whole
from domain.period import SHANGHAI

_DAYS = "一二三四五六日"
_LENGTH = re.compile(rf"({NUMBER})\s*(?:个)?(小时|天)|半(小时|天)")
_HALF_DAY, _DAY = timedelta(hours=4), timedelta(hours=8)
Times = tuple[datetime, datetime]


def minutes(moment: datetime) -> str:
    """A moment as local ISO minutes."""
    return f"{moment.astimezone(SHANGHAI):%Y-%m-%dT%H:%M}"


def moment_of(text: str) -> datetime:
    """The moment that local ISO minutes name."""
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def shown(times: Times) -> str:
    """A time as people read it and may type it back."""
    start, end = (one.astimezone(SHANGHAI) for one in times)
    return f"{start.month}月{start.day}日（周{_DAYS[start.weekday()]}）{start:%H:%M}到{end:%H:%M}"


def length_of(title: str) -> timedelta:
    """How long a reward lasts: 2小时, 半天, 半小时; one hour where its title does not say."""
    found = _LENGTH.search(title)
    if found is None:
        return timedelta(hours=1)
    if "天" in found[0]:
        return _HALF_DAY if "半" in found[0] else _DAY
    return timedelta(minutes=30) if "半" in found[0] else timedelta(hours=whole(found[1]) or 1)
