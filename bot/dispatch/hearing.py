"""What was heard last, and in which rooms: kept in memory only, so that the administrator can find a group."""

import unicodedata
from dataclasses import dataclass, field
from datetime import datetime

from domain.message import Message
from domain.text import clean

_MOST_ROOMS = 500
_MOST_NAMES = 4096
_MOST_POSERS = 20


@dataclass(slots=True)
class Hearing:
    """Remembers when something was heard, never what or by whom; and where somebody goes by the bot's name."""

    bot_name: str = ""
    last: dict[str, datetime] = field(default_factory=dict)
    """By channel."""
    rooms: dict[tuple[str, str], datetime] = field(default_factory=dict)
    """By channel and room, since when it is known; the oldest give way."""
    posers: dict[tuple[str, str], datetime] = field(default_factory=dict)
    """By channel and room, "" in private: when somebody last spoke there under the bot's own name."""
    _known: set[str] = field(default_factory=set)
    _harmless: set[str] = field(default_factory=set)

    def note(self, message: Message) -> None:
        """Something was said; this runs for every line of chatter."""
        self.last[message.channel] = message.at
        if message.sender_name not in self._harmless:
            self._meet(message)
        if message.room and message.room not in self._known:
            self._known.add(message.room)
            self.note_room((message.channel, message.room), message.at)

    def _meet(self, message: Message) -> None:
        """A name that was not looked at yet, or one that is the bot's."""
        if self.bot_name and bare_name(message.sender_name) == bare_name(self.bot_name):
            if (place := (message.channel, message.room)) in self.posers or len(self.posers) < _MOST_POSERS:
                self.posers[place] = message.at
            return
        if len(self._harmless) >= _MOST_NAMES:
            self._harmless.clear()
        self._harmless.add(message.sender_name)

    def note_room(self, room: tuple[str, str], at: datetime) -> None:
        """Something happened in a room."""
        if room not in self.rooms and len(self.rooms) >= _MOST_ROOMS:
            oldest = next(iter(self.rooms))
            del self.rooms[oldest]
            self._known.discard(oldest[1])
        self.rooms[room] = at


def bare_name(name: str) -> str:
    """A name as an eye takes it: full-width signs plain, nothing that cannot be seen, no spaces, no capitals."""
    return "".join(clean(unicodedata.normalize("NFKC", name)).split()).casefold()
