"""What a page of the desk declares, and what it is given."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import Any

from bot.app import App
from bot.web.desk.keys import Outcome
from domain.desk import Who
from domain.text import clean

Fields = Mapping[str, str]
_SECRET = frozenset({"csrf", "passphrase"})


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody looks at a page or does something on it; ``fields`` are the address's or the form's."""

    app: App
    who: Who
    fields: Fields

    @property
    def now(self) -> datetime:
        """The present moment by the bot's clock."""
        return self.app.clock.now()

    @property
    def ms(self) -> int:
        """The same in epoch ms."""
        return int(self.now.timestamp() * 1000)

    def field(self, name: str) -> str:
        """A field without the space around it and without signs nobody sees, empty where it is missing."""
        return clean(self.fields.get(name, "")).strip()

    @property
    def written(self) -> tuple[str, ...]:
        """Whatever was typed that others may read; no secret of the form."""
        return tuple(text for name, text in self.fields.items() if name not in _SECRET)

    def number(self, name: str) -> int:
        """A field that is a whole number of the book, 0 where it is none."""
        said = self.field(name)
        return int(said) if said.isascii() and said.isdigit() and len(said) < 16 else 0


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done on a page: ``label`` stands in the list of what was done, ``back`` in the address."""

    label: str
    do: Callable[[Visit], Awaitable[Outcome]]
    back: tuple[str, ...] = ()
    """Fields of the form that go into the address of the page that is shown next."""


class Part(IntEnum):
    """Where in the menu a page stands: the daily work, one of the four operations, or what came of them."""

    DAILY = 0
    ADD = 1
    SUBTRACT = 2
    MULTIPLY = 3
    DIVIDE = 4
    EFFECT = 5


@dataclass(frozen=True, slots=True)
class Page:
    """One page; its template is called as its file, and ``order`` is its place in its part of the menu."""

    path: str
    title: str
    part: Part
    order: int
    show: Callable[[Visit], Awaitable[Mapping[str, Any]]]
    acts: Mapping[str, Act] = field(default_factory=dict)
    who: frozenset[Who] = frozenset({"administrator"})
