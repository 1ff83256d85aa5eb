"""How fast one channel may speak: so many within a window in all and in one chat, and a rest after each message."""

from collections import deque
from dataclasses import dataclass, field

from domain.channel import Capabilities

MINUTE, HOUR = 60_000, 3_600_000
_MANY_CHATS = 10_000


@dataclass(slots=True)
class Window:
    """At most ``most`` messages within any ``span`` of milliseconds."""

    most: int
    span: int
    _sent: deque[int] = field(default_factory=deque)

    def ready_at(self, now: int) -> int:
        """When the next message may go out."""
        if self._sent and self._sent[-1] > now:  # the clock went back
            self._sent = deque(min(at, now) for at in self._sent)
        while self._sent and self._sent[0] <= now - self.span:
            self._sent.popleft()
        return now if len(self._sent) < self.most else max(now, self._sent[-self.most] + self.span)

    def rests(self, now: int) -> bool:
        """True where nothing is counted any more."""
        return not self._sent or self._sent[-1] <= now - self.span

    def spoke(self, now: int) -> None:
        """Count one message."""
        self._sent.append(now)


class Pacer:
    """Keeps one channel's quotas on the bot's clock; times in epoch ms."""

    def __init__(self, capabilities: Capabilities) -> None:
        self._can = capabilities
        self._all = _windows((capabilities.quota_per_minute, MINUTE))
        self._chats: dict[str, list[Window]] = {}
        self._last: tuple[str, int] | None = None
        """The conversation that was spoken to last, and when."""

    @property
    def limited(self) -> bool:
        """False where the platform names no figures."""
        can = self._can
        return bool(self._all or can.chat_per_minute or can.chat_per_hour or can.chat_gap_ms or can.switch_gap_ms)

    def open_at(self, now: int) -> int:
        """When the channel may begin anything at all; what was begun goes on in its conversation."""
        return max([self._turn_at(now), *(window.ready_at(now) for window in self._all)])

    def ready_at(self, conversation: str, now: int) -> int:
        """When the next message to a conversation may go out, ``now`` where at once."""
        turn = now if self._last and self._last[0] == conversation else self._turn_at(now)
        own = self._chats.get(conversation, [])
        return max([turn, *(window.ready_at(now) for window in (*self._all, *own))])

    def next_change(self, now: int) -> int | None:
        """When the first quota that is used up opens again."""
        windows = (*self._all, *(window for own in self._chats.values() for window in own))
        changes = (self._turn_at(now), *(window.ready_at(now) for window in windows))
        return min((at for at in changes if at > now), default=None)

    def spoke(self, conversation: str, now: int) -> None:
        """Count one message; "" counts for the whole channel alone."""
        for window in (*self._all, *self._of(conversation, now)):
            window.spoke(now)
        self._last = conversation, now

    def _turn_at(self, now: int) -> int:
        """When the account may turn to another conversation."""
        if self._last is None:
            return now
        _, at = self._last
        return max(now, min(at, now) + self._can.switch_gap_ms)

    def _of(self, conversation: str, now: int) -> list[Window]:
        if not conversation:
            return []
        if len(self._chats) > _MANY_CHATS:
            self._chats = {chat: own for chat, own in self._chats.items() if not all(one.rests(now) for one in own)}
        if conversation not in self._chats:
            can = self._can
            gap = (1 if can.chat_gap_ms else None, can.chat_gap_ms)
            self._chats[conversation] = _windows((can.chat_per_minute, MINUTE), (can.chat_per_hour, HOUR), gap)
        return self._chats[conversation]


def _windows(*limits: tuple[int | None, int]) -> list[Window]:
    return [Window(most, span) for most, span in limits if most]
