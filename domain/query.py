"""How a room asks the book: a frozen question of a known answer type."""

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from domain.decision import Posted, Unit

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Query(Generic[T_co]):
    """A question to the book; subclasses carry what is asked about and say what the answer is."""


class Book(Protocol):
    """What handlers and jobs may read; it never writes, since deciding and posting are two things."""

    async def answer(self, query: Query[T]) -> T:
        """Answer one question as of the last commit."""
        ...


class Posting(Book, Protocol):
    """A book that also posts."""

    async def post(self, unit: Unit) -> Posted:
        """Post one unit durably; raises as domain.refusal says when nothing of it was kept."""
        ...
