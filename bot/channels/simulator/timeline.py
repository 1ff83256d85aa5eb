"""Every message of every chat, oldest first, in the form the page and its API show."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bot.channels.simulator.journal import Journal

Shown = dict[str, Any]
BOT = "bot"
"""Whom the bot's own messages are from."""


def chat_id(shown: Shown) -> str:
    """``group:CODE`` or ``person:ID``."""
    chat = shown["chat"]
    return f"group:{chat['grid']}" if chat["scene"] == "group" else f"person:{chat['person']}"


class Timeline:
    """Messages in order, with listeners for new ones."""

    def __init__(self, directory: Path, settled: int | None = None) -> None:
        """``settled`` is how many messages an earlier process dealt with; None is all of them."""
        self._journal = Journal(directory / "messages.jsonl")
        self._all: list[Shown] = list(self._journal.read())
        self._index = {shown["id"]: place for place, shown in enumerate(self._all)}
        self._by_platform_id = {row["key"]: row["id"] for row in self._all if "key" in row}
        self._left = [] if settled is None else [one for one in self._all[settled:] if one["from"] != BOT]
        self.listeners: set[Callable[[Shown], None]] = set()

    def __len__(self) -> int:
        return len(self._all)

    def following(self) -> str:
        """The id of the next message."""
        return f"m{len(self._all) + 1}"

    def add(self, shown: Shown) -> None:
        """One more message; everybody listening is told."""
        # What could not be written was not said.
        self._journal.write(shown)
        self._index[shown["id"]] = len(self._all)
        self._all.append(shown)
        if "key" in shown:
            self._by_platform_id[shown["key"]] = shown["id"]
        for listener in tuple(self.listeners):
            listener(public(shown))

    def get(self, message: str) -> Shown | None:
        """A message by its id, or None."""
        place = self._index.get(message)
        return None if place is None else self._all[place]

    def sent_before(self, key: str) -> str | None:
        """The id of the message sent with this ``message_id``, or None."""
        return self._by_platform_id.get(key)

    def forget_key(self, key: str) -> None:
        """A message that was not dealt with may be sent again under the same ``message_id``."""
        self._by_platform_id.pop(key, None)

    def take_left(self) -> list[Shown]:
        """What people said that an earlier process may not have dealt with; given out once."""
        left, self._left = self._left, []
        return left

    def since(self, place: int) -> Iterator[Shown]:
        """What was said after the first ``place`` messages."""
        return (public(shown) for shown in self._all[place:])

    def after(self, message: str | None, chat: str | None) -> list[Shown] | None:
        """What was said after a message, in one chat or all; None where there is no such message."""
        if message is not None and message not in self._index:
            return None
        start = 0 if message is None else self._index[message] + 1
        return [public(shown) for shown in self._all[start:] if chat in {None, chat_id(shown)}]


def public(shown: Shown) -> Shown:
    """A message without what only this process needs."""
    return {name: value for name, value in shown.items() if name != "key"}
