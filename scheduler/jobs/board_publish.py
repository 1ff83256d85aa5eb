"""On the tenth day: groups get the board where two voted, the edition of counts where they did not."""

from collections.abc import Sequence

from domain.boards.telling import publication
from domain.calendar import Cron, Due, Job, Post
from domain.matters.matter import Step
from domain.query import Book
from scheduler.boards import WINDOW, kept_board, quarter_of_job, today_of


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    quarter = quarter_of_job(due)
    kept = await kept_board(book, quarter)
    if kept is None or kept.edition:
        return ()
    effects = publication(kept, await today_of(book, due, quarter), Step("published"))
    return (Post(quarter.code, effects, (kept.matter.watch,)),)


job = Job(
    "board_publish", Cron(hour=10, minute=0, day=10, month="1,4,7,10"), "quarter", WINDOW, _plan, title="公布红黑榜"
)
