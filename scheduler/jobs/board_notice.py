"""On the second day: everybody who would be named is told privately, with a week to object."""

from collections.abc import Sequence

from domain.boards.telling import notices
from domain.calendar import Cron, Due, Job, Post
from domain.query import Book
from scheduler.boards import WINDOW, kept_board, quarter_of_job, today_of


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    quarter = quarter_of_job(due)
    kept = await kept_board(book, quarter)
    if kept is None or kept.edition or kept.draft.codes <= set(kept.told):
        return ()
    return (Post(quarter.code, notices(kept, await today_of(book, due, quarter)), (kept.matter.watch,)),)


job = Job(
    "board_notice", Cron(hour=10, minute=0, day=2, month="1,4,7,10"), "quarter", WINDOW, _plan, title="红黑榜告知"
)
