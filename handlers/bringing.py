"""Brings a question to somebody who did not write, with a card that may be quoted at any time."""

from domain.decision import Card, Say, Target, Urgency
from domain.members import AccountRef
from domain.outbox import RoutesTo
from domain.query import Book
from domain.questions import Place, QuestionAt
from domain.request import Request
from domain.services.bringing import kept


async def brought(request: Request, book: Book, to: Target, card: Card, code: object) -> tuple[object, ...]:
    """The card, and the question at every private chat that reaches whom it is for."""
    routes = await book.answer(RoutesTo(to))
    places = [Place(AccountRef(one.channel, one.conversation)) for one in routes]
    there = [(place, await book.answer(QuestionAt(place))) for place in places]
    return (Say(to, "", card, urgency=Urgency.NOTICE), *kept(there, code, card.title, request.at))


async def reachable(book: Book, to: Target) -> bool:
    """True where somebody reads what is sent there."""
    return bool(await book.answer(RoutesTo(to)))
