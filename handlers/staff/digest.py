"""The command 今日: the morning card, whenever it is wanted."""

from domain.command import Command, Where, Words
from domain.decision import Decision
from domain.matters import wording
from domain.query import Book
from domain.request import Request
from handlers.agenda import listed, waiting


async def digest(request: Request, book: Book) -> Decision:
    """What waits for the sender today, numbered."""
    return listed(request, wording.today(request.now), await waiting(request, book))


command = Command(
    intent="digest",
    title="今日",
    words=Words(
        names=("今日",),
        phrases=("(<看>)?(今日|今日卡片?|今日工作|今日事项|今天的卡片?)(<看>|<一下>|工作|任务)*",),
    ),
    who=frozenset({"grid_worker", "property", "secretary"}),
    where=Where.PRIVATELY,
    handle=digest,
    examples={"今日": {}},
)
