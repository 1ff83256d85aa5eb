"""The days of a year's awards, as awards.toml writes them."""

from datetime import date, datetime, timedelta

from domain.calendar import Cron
from domain.period import SHANGHAI
from domain.rules.awards import AwardProcess
from domain.rules.rulebook import Rulebook

FOLLOW_UP_DAYS = 14
"""How long after the announcement those are still awarded whose objection was decided late."""
_COMMON_YEAR = 2027
_HOUR = 10


def day_of(year: int, written: str) -> date:
    """A day written MM-DD in a year."""
    return date.fromisoformat(f"{year}-{written}")


def takes_nominations(process: AwardProcess, today: date) -> bool:
    """True from the first to the last day on which nominations are taken."""
    return day_of(today.year, process.nominate_open) <= today <= day_of(today.year, process.nominate_close)


def opening(rules: Rulebook) -> Cron:
    """When groups hear of it."""
    return _at(rules.awards.process.nominate_open)


def closing(rules: Rulebook) -> Cron:
    """When groups hear that nominations end."""
    return _at(rules.awards.process.nominate_close)


def screening(rules: Rulebook) -> Cron:
    """When the first sieve runs."""
    return _at(rules.awards.process.screen_by)


def reviewing(rules: Rulebook) -> Cron:
    """When the reviewers' work ends."""
    return _at(rules.awards.process.review_meeting_by)


def showing(rules: Rulebook) -> Cron:
    """When the publicity begins."""
    return _at(publicity_day(rules.awards.process))


def announcing(rules: Rulebook) -> Cron:
    """From the day of the announcement on, every day while an objection may still be decided."""
    day = day_of(_COMMON_YEAR, rules.awards.process.announce_on)
    return Cron(_HOUR, 0, day=f"{day.day}-{day.day + FOLLOW_UP_DAYS}", month=day.month)


def _at(written: str) -> Cron:
    day = day_of(_COMMON_YEAR, written)
    return Cron(_HOUR, 0, day=day.day, month=day.month)


def publicity_day(process: AwardProcess) -> str:
    """The first day of the publicity, written MM-DD: it is over the day before the announcement."""
    announced = day_of(_COMMON_YEAR, process.announce_on)
    return f"{announced - timedelta(days=process.publicity_days + 1):%m-%d}"


def year_of_awards(process: AwardProcess, today: date) -> int:
    """The year that a day's awards are about; the announcement may lie in the next one."""
    return today.year if today >= day_of(today.year, process.nominate_open) else today.year - 1


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
