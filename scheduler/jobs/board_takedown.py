"""After ninety days a board is taken down; groups hear nothing of it, whoever asks is told."""

from collections.abc import Sequence
from datetime import timedelta

from domain.boards.states import taken_down
from domain.calendar import Cron, Due, Job, Post
from domain.matters.matter import Step
from domain.query import Book
from scheduler.boards import open_boards


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    return [
        Post(kept.matter.code, (taken_down(kept, Step("taken_down")),), (kept.matter.watch,))
        for kept in await open_boards(book)
        if kept.edition and kept.taken_down_at(due.rules) <= due.at
    ]


job = Job(
    "board_takedown", Cron(hour=10, minute=30), "day", timedelta(days=400), _plan, coalesce=True, title="红黑榜到期撤下"
)
