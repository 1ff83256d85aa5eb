"""Where a question of the calendar is put: the private chats that reach somebody, and what is open there."""

from domain.boards.asking import kept
from domain.boards.board import Board
from domain.boards.wording import red_question
from domain.decision import Target
from domain.members import AccountRef
from domain.outbox import RoutesTo
from domain.query import Book
from domain.questions import KeepQuestion, OpenQuestion, Place, QuestionAt


async def places(book: Book, to: Target) -> list[tuple[Place, OpenQuestion | None]]:
    """Every private chat that reaches somebody."""
    routes = await book.answer(RoutesTo(to))
    found = [Place(AccountRef(one.channel, one.conversation)) for one in routes]
    return [(place, await book.answer(QuestionAt(place))) for place in found]


async def red_asked(book: Book, board: Board, now: int) -> tuple[KeepQuestion, ...]:
    """怎么署名, open with everybody who qualifies for red and never said."""
    made: list[KeepQuestion] = []
    for subject, masked in board.red.ask:
        there = await places(book, Target("subject", str(subject)))
        made += kept(there, subject, masked, red_question(board, masked), now)
    return tuple(made)
