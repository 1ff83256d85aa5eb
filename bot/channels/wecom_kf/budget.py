"""Five replies within 48 hours of somebody's last words: three are for answers, one asks for a word, one is spare."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from domain.channel import Talk

_WINDOW: Final = timedelta(hours=48)
_ANSWERS: Final = 3
_MANY: Final = 20_000

Room = Literal["answer", "ask", "none"]


@dataclass(slots=True)
class _Talk:
    heard: datetime
    arrived: datetime
    used: int = 0
    asked: bool = False
    closed: bool = False


class Budget:
    """Counts by person; somebody not known since the start is left to the platform's own count."""

    def __init__(self) -> None:
        self._talks: dict[str, _Talk] = {}

    def heard(self, person: str, at: datetime, now: datetime) -> None:
        """Somebody wrote at some moment, and it arrived now: all five are there again."""
        known = self._talks.pop(person, None)
        if known and at < known.heard:
            at = known.heard
        self._talks[person] = _Talk(at, now)
        if len(self._talks) > _MANY:
            del self._talks[next(iter(self._talks))]

    def room(self, person: str, now: datetime) -> Room:
        """What may be said now: an answer, only the request for a word, or nothing."""
        talk = self._talks.get(person)
        if talk is None:
            return "answer"
        if talk.closed or now - talk.heard >= _WINDOW:
            return "none"
        if talk.used < _ANSWERS:
            return "answer"
        return "none" if talk.asked else "ask"

    def talk(self, person: str, now: datetime) -> Talk:
        """How a conversation stands."""
        talk = self._talks.get(person)
        if talk is None:
            return Talk(open=True, answered=True)
        written, arrived = (int(at.timestamp() * 1000) for at in (talk.heard, talk.arrived))
        return Talk(self.room(person, now) != "none", talk.used > 0, written, arrived)

    def spoke(self, person: str, now: datetime) -> None:
        """An answer went out, or may have."""
        self._talks.setdefault(person, _Talk(now, now)).used += 1

    def asked(self, person: str) -> None:
        """The request for a word is made once."""
        if talk := self._talks.get(person):
            talk.asked = True

    def close(self, person: str, now: datetime) -> None:
        """The platform says that nothing more goes out before the person writes again."""
        self._talks.setdefault(person, _Talk(now, now)).closed = True
