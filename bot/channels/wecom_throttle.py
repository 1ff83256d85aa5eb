"""The brake of a WeCom door: messages of several parts counted part by part, and a rest after "too often"."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from domain.channel import HeldBack

_HOUR: Final = timedelta(hours=1)
_MINUTE: Final = timedelta(minutes=1)
_MANY: Final = 10_000


@dataclass(slots=True)
class _Line:
    """One conversation, or one key."""

    spoken: deque[datetime] = field(default_factory=deque)
    rests_until: datetime | None = None
    rest: timedelta = timedelta()


class Throttle:
    """Says no before the platform does, so that nothing is lost half-way; one line per conversation or key."""

    def __init__(self, now: Callable[[], datetime], per_minute: int, per_hour: int) -> None:
        self._now = now
        self._limits = ((per_minute, _MINUTE), (per_hour, _HOUR))
        self._lines: dict[str, _Line] = {}

    def require(self, name: str, parts: int) -> None:
        """HeldBack where so many parts may not go out at once."""
        now, line = self._now(), self._line(name)
        if line.rests_until and now < line.rests_until:
            raise HeldBack("the platform said: too often")
        if any(sum(1 for at in line.spoken if now - span < at <= now) + parts > most for most, span in self._limits):
            raise HeldBack("the minute's or the hour's messages are used up")

    def spoke(self, name: str) -> None:
        """One part went out, or may have."""
        now, line = self._now(), self._line(name)
        while line.spoken and line.spoken[0] <= now - _HOUR:
            line.spoken.popleft()
        line.spoken.append(now)

    def went_well(self, name: str) -> None:
        """The platform took it: the next rest is a short one again."""
        self._line(name).rest = timedelta()

    def too_often(self, name: str) -> None:
        """The platform refused by frequency: a minute's rest, then doubled up to an hour."""
        line = self._line(name)
        line.rest = min(max(line.rest * 2, _MINUTE), _HOUR)
        line.rests_until = self._now() + line.rest

    def _line(self, name: str) -> _Line:
        if len(self._lines) > _MANY:
            self._lines = {one: line for one, line in self._lines.items() if not self._is_idle(line)}
        return self._lines.setdefault(name, _Line())

    def _is_idle(self, line: _Line) -> bool:
        now = self._now()
        return not line.rest and (not line.spoken or line.spoken[-1] <= now - _HOUR)
