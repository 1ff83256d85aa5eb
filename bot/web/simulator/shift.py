"""Simulated staff on duty: they answer the cards they got by ordinary messages, as their role would."""

import re
from collections.abc import Iterator

from bot.channels.simulator.channel import SimulatorChannel, Typed
from bot.channels.simulator.people import Person
from bot.channels.simulator.timeline import Shown

_ROW = re.compile(r"([0-9]{1,3})\. ")
_BY_ROW = re.compile(r"1 (\S+)")


class Shift:
    """Answers every card once; cards from before the shift began are left to whoever plays."""

    def __init__(self, channel: SimulatorChannel) -> None:
        self._channel = channel
        self._seen = len(channel.timeline)

    def answer(self) -> bool:
        """Answer what came since the last look; True where somebody said something."""
        place, self._seen = self._seen, len(self._channel.timeline)
        answered = False
        for shown, person in self._cards(place):
            reply = _reply(shown["card"])
            if reply is not None:
                # An agenda is answered by its rows, any other card by quoting it.
                by_row = reply[:1].isdigit()
                self._channel.say(person, Typed(reply, quoted=None if by_row else shown))
                answered = True
        return answered

    def _cards(self, place: int) -> Iterator[tuple[Shown, Person]]:
        for shown in list(self._channel.timeline.since(place)):
            if shown["from"] != "bot" or not shown.get("card") or shown["chat"]["scene"] != "private":
                continue
            person = self._channel.people.get(shown["chat"]["person"])
            if person is not None and person.role != "resident":
                yield shown, person


def _reply(card: Shown) -> str | None:
    """The first of the words that the card offers: cards name the usual answer first."""
    if not card["actions"]:
        return None
    first: str = card["actions"][0]
    by_row = _BY_ROW.fullmatch(first)
    if by_row is None:
        return first
    rows = [row[1] for line in card["lines"] if (row := _ROW.match(line))]
    return f"{' '.join(rows)} {by_row[1]}" if rows else None
