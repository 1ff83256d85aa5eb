"""How many answers a person gets per minute; counted in real time, in memory only."""

from collections import OrderedDict
from collections.abc import Callable
from enum import Enum

GROUP_A_MINUTE = 3
PRIVATE_A_MINUTE = 20
_PEOPLE = 20_000
_MINUTE = 60.0


_SELDOM = 600.0


class Seldom:
    """Lets something be said to a person once in ten minutes."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._said: OrderedDict[tuple[str, str], float] = OrderedDict()

    def may(self, channel: str, account: str) -> bool:
        """Whether it was not said just now; from here on it counts as said."""
        now, key = self._seconds(), (channel, account)
        if now - self._said.get(key, -_SELDOM) < _SELDOM:
            return False
        self._said[key] = now
        self._said.move_to_end(key)
        if len(self._said) > _PEOPLE:
            self._said.popitem(last=False)
        return True


class Verdict(Enum):
    """Whether to answer, to say once that it was too much, or to stay silent."""

    ANSWER = "answer"
    NOTICE = "notice"
    SILENT = "silent"


class Pace:
    """Counts answers per person and kind of chat within the last minute."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._seen: OrderedDict[tuple[str, str, bool], list[float]] = OrderedDict()

    def judge(self, channel: str, account: str, *, in_group: bool) -> Verdict:
        """Count one message of a person that would be answered."""
        now = self._seconds()
        key = (channel, account, in_group)
        times = self._seen.get(key)
        if times is None:
            times = self._seen[key] = []
            if len(self._seen) > _PEOPLE:
                self._seen.popitem(last=False)
        else:
            self._seen.move_to_end(key)
        while times and now - times[0] >= _MINUTE:
            times.pop(0)
        times.append(now)
        allowed = GROUP_A_MINUTE if in_group else PRIVATE_A_MINUTE
        if len(times) <= allowed:
            return Verdict.ANSWER
        if len(times) > allowed + 1:
            times.pop()
            return Verdict.SILENT
        return Verdict.NOTICE
