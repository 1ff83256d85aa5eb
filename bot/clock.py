"""The only places where time is read: the machine's clock, and the simulator's that may be set."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


class Clock(Protocol):
    """Says what time it is in Shanghai."""

    def now(self) -> datetime:
        """The present moment."""
        ...


class MachineClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The present moment."""
        return datetime.fromtimestamp(time.time(), SHANGHAI)


class SetClock:
    """A clock that starts where it is set and runs from there in real time, or stands still."""

    def __init__(self, start: datetime, *, still: bool = False, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._still = still
        self._start, self._since = start.astimezone(SHANGHAI), seconds()
        self.skipped = 0.0
        """How many seconds were passed over by setting it ahead."""

    def set(self, moment: datetime) -> None:
        """Go to a moment and run on from it."""
        self.skipped += max(0.0, (moment - self.now()).total_seconds())
        self._start = moment.astimezone(SHANGHAI)
        self._since = self._seconds()

    def now(self) -> datetime:
        """The present moment."""
        if self._still:
            return self._start
        # In UTC, so that no change of local time on the way can bend it.
        moved = self._start.astimezone(UTC) + timedelta(seconds=self._seconds() - self._since)
        return moved.astimezone(SHANGHAI)
