"""Who lends a resource, and which agreements are over."""

from collections.abc import Iterable

from domain.partners import PartnersOf, Resource
from domain.period import civil
from domain.query import Book
from domain.request import Request
from handlers.parties import party_of, people_of


async def ended(request: Request, book: Book) -> frozenset[str]:
    """The names of partners whose agreement does not hold today."""
    today = civil(request.now)
    return frozenset(one.name for one in await book.answer(PartnersOf()) if not one.holds(today))


def lent(resources: Iterable[Resource], over: frozenset[str]) -> list[Resource]:
    """What may be booked now."""
    return [one for one in resources if one.provider not in over]


async def provider_of(book: Book, resource: Resource) -> str:
    """The party that answers for a resource, empty where nobody can be reached."""
    partner = next((one for one in await book.answer(PartnersOf()) if one.name == resource.provider), None)
    return await party_of(book, partner, await people_of(book)) if partner else ""
