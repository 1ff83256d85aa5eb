"""On the first day of a quarter: the draft of the last one goes to the management group, and red is asked."""

from collections.abc import Sequence

from domain.boards import states
from domain.boards.telling import cards, drafted, red_questions
from domain.calendar import Cron, Due, Job, Post
from domain.matters.matter import MatterAt
from domain.query import Book
from scheduler.asking import red_asked
from scheduler.boards import WINDOW, quarter_of_job, today_of, voters


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    quarter = quarter_of_job(due)
    if await book.answer(MatterAt(quarter.code)):
        return ()
    today = await today_of(book, due, quarter)
    board = drafted(today)
    opened, watch = states.opened(board)
    told = cards(await voters(book), 1, board, today.grids)
    asked = (*red_questions(board), *await red_asked(book, board, today.ms))
    return (Post("community", (opened, *told, *asked), (watch,)),)


job = Job("board_draft", Cron(hour=9, minute=20, day=1, month="1,4,7,10"), "quarter", WINDOW, _plan, title="红黑榜草案")
