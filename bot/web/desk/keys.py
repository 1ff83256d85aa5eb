"""Who may open the desk: a link with a key of this start, then a session that ends after half an hour of rest."""

import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from domain.decision import Watch
from domain.desk import Who

IDLE_SECONDS = 30 * 60
LONGEST_DELAY = 42
_MOST_SESSIONS = 32


@dataclass(slots=True)
class Outcome:
    """What an action came to: one sentence, lines below it, and what it changes in the book."""

    sentence: str
    effects: tuple[object, ...] = ()
    lines: tuple[str, ...] = ()
    good: bool = True
    done: bool = True
    """False where nothing was done at all, so that nothing is written down either."""
    watches: tuple[Watch, ...] = ()
    """What must not have moved since it was looked at."""


def refused(sentence: str) -> Outcome:
    """Nothing was done, and why."""
    return Outcome(sentence, good=False, done=False)


@dataclass(slots=True)
class Session:
    """One browser that opened the link; ``csrf`` stands in all of its forms."""

    who: Who
    csrf: str
    seen: float
    outcome: Outcome | None = None
    """Shown once, on the page after the action."""


@dataclass(slots=True)
class Keys:
    """The key of this start and its sessions; ``seconds`` never goes backwards, ``token`` is never guessed."""

    seconds: Callable[[], float]
    token: Callable[[], str]
    key: str = field(init=False)
    _sessions: dict[str, Session] = field(init=False, default_factory=dict)
    _wrong: int = field(init=False, default=0)
    _open_at: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self.key = self.token()

    def must_wait(self) -> int:
        """How many seconds must pass before a key is looked at again."""
        return max(0, int(-(-(self._open_at - self.seconds()) // 1)))

    def enter(self, key: str) -> str | None:
        """A new session's cookie for the right key, or None; every wrong one makes the next wait longer."""
        if self.must_wait():
            return None
        if not same(key, self.key):
            self._wrong += 1
            self._open_at = self.seconds() + min(LONGEST_DELAY, 2 ** min(self._wrong - 1, 6))
            return None
        self._wrong = 0
        while len(self._sessions) >= _MOST_SESSIONS:
            del self._sessions[next(iter(self._sessions))]
        cookie = self.token()
        self._sessions[cookie] = Session("administrator", self.token(), self.seconds())
        return cookie

    def session(self, cookie: str) -> Session | None:
        """The session of a cookie, kept awake by being used; None where it rested too long."""
        session = self._sessions.get(cookie)
        if session is None:
            return None
        if self.seconds() - session.seen > IDLE_SECONDS:
            del self._sessions[cookie]
            return None
        session.seen = self.seconds()
        return session

    def leave(self, cookie: str) -> None:
        """End a session."""
        self._sessions.pop(cookie, None)


def fresh_keys() -> Keys:
    """The keys of a start of the bot."""
    return Keys(time.monotonic, partial(secrets.token_urlsafe, 32))


def same(given: str, right: str) -> bool:
    """Compare two secrets in a time that tells nothing."""
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), right.encode())
