"""Visits: who is on the page right now, known by a random number and forgotten soon."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from domain.tips.pace import VISITOR

_MOST: Final = 256
_LONGEST: Final = timedelta(minutes=15)
_FIRST_SECONDS, _MORE_SECONDS = 20.0, 0.4
_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)
TIPS_AN_HOUR: Final = 10
_CALLS_A_MINUTE: Final = 60


class Visits:
    """Answers find their visit here; nothing of it is written down."""

    def __init__(self, now: Callable[[], datetime], token: Callable[[], str]) -> None:
        self._now = now
        self._token = token
        self._open: OrderedDict[str, tuple[datetime, asyncio.Queue[str]]] = OrderedDict()
        self._tips: deque[datetime] = deque()
        self._calls: deque[datetime] = deque()

    def open(self) -> str:
        """A new visit."""
        visit = f"{VISITOR}{self._token()}"
        self._open[visit] = (self._now(), asyncio.Queue(16))
        while len(self._open) > _MOST:
            self._open.popitem(last=False)
        return visit

    def knows(self, visit: str) -> bool:
        """True where the visit is still open."""
        found = self._open.get(visit)
        if found and self._now() - found[0] > _LONGEST:
            del self._open[visit]
            return False
        return found is not None

    def hear(self, visit: str, text: str) -> bool:
        """The bot answers; False where nobody is there any more."""
        if not self.knows(visit) or self._open[visit][1].full():
            return False
        self._open[visit][1].put_nowait(text)
        return True

    async def answers(self, visit: str) -> list[str]:
        """What the bot says to the last message: the first answer is waited for, the next ones follow at once."""
        queue, found, patience = self._open[visit][1], list[str](), _FIRST_SECONDS
        try:
            while True:
                async with asyncio.timeout(patience):
                    found.append(await queue.get())
                patience = _MORE_SECONDS
        except TimeoutError:
            return found

    def may_call(self) -> bool:
        """One more call of anybody within a minute."""
        return self._counted(self._calls, _MINUTE, _CALLS_A_MINUTE)

    def may_tell(self) -> bool:
        """One more tip of anybody within an hour."""
        return self._counted(self._tips, _HOUR, TIPS_AN_HOUR)

    def _counted(self, times: deque[datetime], span: timedelta, most: int) -> bool:
        now = self._now()
        while times and now - times[0] > span:
            times.popleft()
        if len(times) >= most:
            return False
        times.append(now)
        return True
