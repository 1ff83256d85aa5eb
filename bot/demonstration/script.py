"""The script of the demonstration's history: who said what, by days counted from a quarter or from the start."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from domain.boards.quarter import quarter_of
from domain.period import SHANGHAI

FILE = Path(__file__).with_name("history.txt")
_LINE = re.compile(r"([QS])([+-][0-9]+) ([0-9:]{5}) \| (\S+) \| (私|群|工作群|工作台) \| (.+?)(?: → ([a-z][0-9]*))?")
_TEN = time(10)
_BEGINS_BEFORE_QUARTER = timedelta(days=46)
_BOARD_OUT = 12
"""From this day of a quarter its board is published and nothing of it is open any more."""


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody says something; ``keep`` names the code of the answer that later lines use."""

    at: datetime
    who: str
    where: str
    words: str
    keep: str


def opening(now: datetime) -> datetime:
    """When the demonstration starts: the next weekday at ten on which no board is on its way."""
    day = now.astimezone(SHANGHAI).date()
    while day.weekday() > 4 or (day.month % 3 == 1 and day.day < _BOARD_OUT):
        day += timedelta(days=1)
    return datetime.combine(day, _TEN, SHANGHAI)


def beginning(start: datetime) -> datetime:
    """When the history begins, some weeks before the quarter in which the demonstration starts."""
    return datetime.combine(_quarter(start) - _BEGINS_BEFORE_QUARTER, _TEN, SHANGHAI)


def lines(start: datetime, text: str | None = None) -> list[Line]:
    """All that is said before the start, in order."""
    said = FILE.read_text("utf-8") if text is None else text
    rows = [row for row in said.splitlines() if row and not row.startswith("#")]
    return sorted(_dated(rows, start), key=lambda line: line.at)


def _dated(rows: list[str], start: datetime) -> Iterator[Line]:
    days = {"Q": _quarter(start), "S": start.date()}
    for row in rows:
        found = _LINE.fullmatch(row)
        if found is None:
            raise ValueError(row)
        anchor, offset, clock, who, where, words, keep = found.groups()
        day = days[anchor] + timedelta(days=int(offset))
        yield Line(datetime.combine(day, time.fromisoformat(clock), SHANGHAI), who, where, words, keep or "")


def _quarter(start: datetime) -> date:
    return quarter_of(start.date()).days.since
