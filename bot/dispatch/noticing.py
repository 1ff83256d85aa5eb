"""A book that notices where questions were brought to, so that their answers are heard, and tells who listens."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar

from domain.decision import Posted, Unit
from domain.query import Book, Posting, Query
from domain.questions import KeepQuestion, Place

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Noticing:
    """Posts and answers as the book behind it; ``places`` learns of every question that is kept."""

    book: Posting
    places: set[Place] = field(default_factory=set)
    listeners: list[Callable[[Book, Unit], Awaitable[None]]] = field(default_factory=list)
    """Who has to know of everything that was posted."""

    async def answer(self, query: Query[T]) -> T:
        """Answer one question as of the last commit."""
        return await self.book.answer(query)

    async def post(self, unit: Unit) -> Posted:
        """Post one unit, and learn where it asks somebody."""
        posted = await self.book.post(unit)
        self.places.update(effect.place for effect in unit.effects if isinstance(effect, KeepQuestion))
        for listener in self.listeners:
            await listener(self.book, unit)
        return posted
