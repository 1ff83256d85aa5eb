"""Own words that came back prove that a public message in doubt was shown after all."""

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from domain.decision import Unit
from domain.happenings import SaidByBot
from domain.outbox import DOUBTED, InDoubt, Owed, Settle
from domain.query import Posting
from domain.refusal import Moved
from scheduler.composing import Content

_KEPT_MS = 120_000
_EARLY_MS = 60_000
"""An echo may come before the call that it belongs to is given up."""
_MOST = 256
_CALLS = re.compile("(?:@[^@\n]{1,64}\u2005)*")
"""The names that a post calls stand in front of its words."""


@dataclass(frozen=True, slots=True)
class _Echo:
    door: str
    text: str
    at: int


class Echoes:
    """Remembers what came back within the last two minutes; each echo proves one message."""

    def __init__(self, book: Posting, ms: Callable[[], int]) -> None:
        self._book = book
        self._ms = ms
        self._fresh: deque[_Echo] = deque(maxlen=_MOST)

    def add(self, channel: str, said: SaidByBot) -> None:
        """Own words came back."""
        self._fresh.append(_Echo(f"{DOUBTED}{channel}|{said.conversation}|", said.text, self._ms()))

    @property
    def any(self) -> bool:
        """Whether something may still be proved."""
        while self._fresh and self._fresh[0].at < self._ms() - _KEPT_MS:
            self._fresh.popleft()
        return bool(self._fresh)

    async def settle(self) -> bool:
        """Mark as shown what an echo proves; True where something was."""
        settled = False
        for owed in await self._book.answer(InDoubt()) if self.any else ():
            echo = next((one for one in self._fresh if _proves(one, owed)), None)
            if echo is not None:
                self._fresh.remove(echo)
                settled |= await self._post(owed, echo)
        return settled

    async def _post(self, owed: Owed, echo: _Echo) -> bool:
        served = tuple(step.removeprefix(DOUBTED) if step.startswith(echo.door) else step for step in owed.served)
        now = self._ms()
        try:
            await self._book.post(Unit(None, (Settle(owed.id, "pending", served, now),), at=now))
        except Moved:
            return False  # a person was faster
        return True


def _proves(echo: _Echo, owed: Owed) -> bool:
    """The same words in the same chat at the time; with a file, the words alone prove too little."""
    if owed.file or echo.at < owed.due_at - _EARLY_MS:
        return False
    steps = [step for step in owed.served if step.startswith(echo.door)]
    words = Content(owed.text, owed.card).words
    return len(steps) == 1 and echo.text.endswith(words) and bool(_CALLS.fullmatch(echo.text.removesuffix(words)))
