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
    """By channel and room."""

    def note(self, message: Message) -> None:
        """Something was said."""
        self.last[message.channel] = message.at
        if message.room:
            room = (message.channel, message.room)
            if room not in self.rooms and len(self.rooms) >= _MOST_ROOMS:
                del self.rooms[next(iter(self.rooms))]
            self.rooms[room] = message.at
