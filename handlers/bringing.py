"""Brings a question to somebody who did not write, with a card that may be quoted at any time."""

from domain.boards.asking import kept as red_kept
from domain.boards.board import Board
from domain.boards.wording import red_question
from domain.decision import Card, Say, Target, Urgency
from domain.members import AccountRef
from domain.outbox import RoutesTo
from domain.query import Book
from domain.questions import KeepQuestion, OpenQuestion, Place, QuestionAt
from domain.request import Request
from domain.services.bringing import kept


async def brought(request: Request, book: Book, to: Target, card: Card, code: object) -> tuple[object, ...]:
    """The card, and the question at every private chat that reaches whom it is for."""
    return await brought_at(request.at, book, to, card, code)


async def brought_at(now: int, book: Book, to: Target, card: Card, code: object) -> tuple[object, ...]:
    """The same from the desk, at a moment in epoch ms."""
    there = await _places(book, to)
    return (Say(to, "", card, urgency=Urgency.NOTICE), *kept(there, code, card.title, now))


async def reachable(book: Book, to: Target) -> bool:
    """True where somebody reads what is sent there."""
    return bool(await book.answer(RoutesTo(to)))


async def red_asked(request: Request, book: Book, board: Board) -> tuple[KeepQuestion, ...]:
    """怎么署名, open with everybody who qualifies for red and never said."""
    made: list[KeepQuestion] = []
    for subject, masked in board.red.ask:
        there = await _places(book, Target("subject", str(subject)))
        made += red_kept(there, subject, masked, red_question(board, masked), request.at)
    return tuple(made)


async def _places(book: Book, to: Target) -> list[tuple[Place, OpenQuestion | None]]:
    routes = await book.answer(RoutesTo(to))
    found = [Place(AccountRef(one.channel, one.conversation)) for one in routes]
    return [(place, await book.answer(QuestionAt(place))) for place in found]
