"""How fast one channel may speak: so many a minute in all, so many seconds between two in one chat."""

from collections import deque
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Quota:
    """A platform's limits as we keep them; None where there is none."""

    per_minute: int | None = None
    chat_gap_ms: int = 0


@dataclass(slots=True)
class Pacer:
    """Keeps one channel's quota on the bot's clock; times in epoch ms."""

    quota: Quota
    _sent: deque[int] = field(default_factory=deque)
    _last: dict[str, int] = field(default_factory=dict)

    def ready_at(self, conversation: str, now: int) -> int:
        """When the next message to a conversation may go out, ``now`` where at once."""
        ready = now
        if self.quota.chat_gap_ms and conversation in self._last:
            ready = max(ready, self._last[conversation] + self.quota.chat_gap_ms)
        if self.quota.per_minute is not None:
            while self._sent and self._sent[0] <= now - 60_000:
                self._sent.popleft()
            if len(self._sent) >= self.quota.per_minute:
                ready = max(ready, self._sent[-self.quota.per_minute] + 60_000)
        return ready

    def spoke(self, conversation: str, now: int) -> None:
        """Count one message."""
        if self.quota.per_minute is not None:
            self._sent.append(now)
        if self.quota.chat_gap_ms:
            if len(self._last) > 10_000:
                self._last.clear()
            self._last[conversation] = now
