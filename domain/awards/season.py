"""The days of a year's awards, as awards.toml writes them."""

from datetime import date, datetime, timedelta

from domain.period import SHANGHAI
from domain.rules.awards import AwardProcess


def day_of(year: int, written: str) -> date:
    """A day written MM-DD in a year."""
    return date.fromisoformat(f"{year}-{written}")


def takes_nominations(process: AwardProcess, today: date) -> bool:
    """True from the first to the last day on which nominations are taken."""
    return day_of(today.year, process.nominate_open) <= today <= day_of(today.year, process.nominate_close)


def begins(year: int) -> int:
    """The first moment of a year, in epoch ms."""
    return int(datetime(year, 1, 1, tzinfo=SHANGHAI).timestamp() * 1000)


def publicity_over(process: AwardProcess, since: int, now: datetime) -> bool:
    """True once names stood in public for the whole time."""
    return now >= datetime.fromtimestamp(since / 1000, SHANGHAI) + timedelta(days=process.publicity_days)


def written(day: str) -> str:
    """MM-DD as people read it."""
    month, of_month = day.split("-")
    return f"{int(month)}月{int(of_month)}日"
