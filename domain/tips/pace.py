"""How often one may report and mistype: counted under a key that lives in memory only and dies with the process."""

import hashlib
import hmac
from collections import Counter
from datetime import date, timedelta
from typing import Literal

from domain.members import AccountRef
from domain.tips.receipts import wait_seconds

VISITOR = "visitor:"
"""How the accounts of a door without accounts begin: each is one visit, and mistyping is counted for all together."""
PER_DAY, PER_WEEK, ALL_PER_DAY = 3, 10, 30
Limit = Literal["day", "week", "all"]
_WEEK = timedelta(days=7)


class TipPace:
    """Counts of unnamed senders; nothing of it is ever written down."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._counts: dict[date, Counter[bytes]] = {}
        self._misses: Counter[bytes] = Counter()
        self._until: dict[bytes, int] = {}
        self._told: dict[date, set[bytes]] = {}
        self._rated: set[bytes] = set()

    def _mark(self, account: AccountRef, words: str = "") -> bytes:
        return self._hashed(f"{account.channel}|{account.id}|{words}")

    def _hashed(self, words: str) -> bytes:
        return hmac.digest(self._key, words.encode(), hashlib.sha256)

    def limit(self, account: AccountRef, on: date) -> Limit | None:
        """Which limit one more tip would pass, or None."""
        mark = self._mark(account)
        days = {day: counts for day, counts in self._counts.items() if on - _WEEK < day <= on}
        today = days.get(on, Counter())
        if today[mark] >= PER_DAY:
            return "day"
        if sum(counts[mark] for counts in days.values()) >= PER_WEEK:
            return "week"
        return "all" if today.total() >= ALL_PER_DAY else None

    def rated(self, receipt: str) -> bool:
        """True where whoever holds the receipt said how satisfied he is, since the process started."""
        return self._hashed(f"rated|{receipt}") in self._rated

    def rate(self, receipt: str) -> None:
        """The one answer was given."""
        self._rated.add(self._hashed(f"rated|{receipt}"))

    def reported(self, account: AccountRef, on: date) -> bool:
        """True where the account told something within the last week."""
        mark = self._mark(account)
        return any(mark in counts for day, counts in self._counts.items() if on - _WEEK < day <= on)

    def knows(self, account: AccountRef, on: date, words: str) -> bool:
        """True where the account told the very same today."""
        return self._mark(account, words) in self._told.get(on, set())

    def keep(self, account: AccountRef, on: date, words: str) -> None:
        """The account told this today; what was told on other days is forgotten."""
        self._told = {on: {*self._told.get(on, set()), self._mark(account, words)}}

    def count(self, account: AccountRef, on: date, words: str = "") -> None:
        """One more tip was taken."""
        self.keep(account, on, words)
        self._counts = {day: counts for day, counts in self._counts.items() if day > on - _WEEK}
        self._counts.setdefault(on, Counter())[self._mark(account)] += 1

    def _tries(self, account: AccountRef) -> bytes:
        return self._mark(AccountRef(account.channel, VISITOR) if account.id.startswith(VISITOR) else account)

    def wait(self, account: AccountRef, now: int) -> int:
        """How many milliseconds are left until the account may try another receipt; times in epoch ms."""
        return max(0, self._until.get(self._tries(account), 0) - now)

    def missed(self, account: AccountRef, now: int) -> None:
        """A receipt was wrong."""
        mark = self._tries(account)
        self._misses[mark] += 1
        self._until[mark] = now + 1000 * wait_seconds(self._misses[mark])

    def found(self, account: AccountRef) -> None:
        """A receipt was right."""
        mark = self._tries(account)
        self._misses.pop(mark, None)
        self._until.pop(mark, None)
