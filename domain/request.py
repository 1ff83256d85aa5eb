"""Everything a handler decides on, besides what it asks the book."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from domain.matters.ruling import Ruling
from domain.members import Grid, Sender, Subject
from domain.message import Message
from domain.outside import Outside
from domain.reading import Reading
from domain.refusal import Refusal
from domain.rules.rulebook import Rulebook


@dataclass(slots=True)
class Request:
    """One command to decide; it is run again with every answer to a question it asked.

    ``grid`` is the group's in a group, the sender's own in private, there without its name (``GridsOf`` knows it).
    ``answers`` holds, by step, True or False for a yes/no question and the sender's words or choice for others.
    ``picture`` is what came with the message or answered a question for a photo, made anew from its pixels as a JPEG.
    ``rulings`` says by sort how matters are decided.
    """

    message: Final[Message]
    reading: Final[Reading]
    sender: Final[Sender]
    grid: Final[Grid | None]
    now: Final[datetime]
    rules: Final[Rulebook]
    outside: Final[Outside]
    rulings: Final[Mapping[str, Ruling]] = field(default_factory=dict)
    opened: Final[frozenset[str]] = frozenset()
    """The intents of all commands that are open."""
    picture: Final[bytes | None] = None
    answers: Final[Mapping[str, bool | str]] = field(default_factory=dict)

    def slot(self, name: str) -> Any:  # noqa: ANN401 - slots are of several kinds
        """A slot that was said, or None."""
        return self.reading.slots.get(name)

    @property
    def at(self) -> int:
        """The moment of deciding in epoch milliseconds, as the book keeps time."""
        return int(self.now.timestamp() * 1000)

    @property
    def subject(self) -> Subject:
        """The subject the sender speaks for now; refuses where there is none."""
        found = self.sender.subject
        if found is None:
            raise Refusal("您还没有绑定。请私聊我发：绑定 姓名 楼栋房号，例如“绑定 李桂芬 6栋1单元302”。")
        return found
