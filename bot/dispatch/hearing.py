"""What was heard last, and in which rooms: kept in memory only, so that the administrator can find a group."""

from dataclasses import dataclass, field
from datetime import datetime

from domain.message import Message

_MOST_ROOMS = 500


@dataclass(slots=True)
class Hearing:
    """Remembers when something was heard, never what or by whom."""

    last: dict[str, datetime] = field(default_factory=dict)
    """By channel."""
    rooms: dict[tuple[str, str], datetime] = field(default_factory=dict)
    """By channel and room, since when it is known; the oldest give way."""
    _known: set[str] = field(default_factory=set)

    def note(self, message: Message) -> None:
        """Something was said; this runs for every line of chatter."""
        self.last[message.channel] = message.at
        if message.room and message.room not in self._known:
            self._known.add(message.room)
            self.note_room((message.channel, message.room), message.at)

    def note_room(self, room: tuple[str, str], at: datetime) -> None:
        """Something happened in a room."""
        if room not in self.rooms and len(self.rooms) >= _MOST_ROOMS:
            oldest = next(iter(self.rooms))
            del self.rooms[oldest]
            self._known.discard(oldest[1])
        self.rooms[room] = at
